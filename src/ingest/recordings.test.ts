import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeAction } from '#core/describe-action.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { ingestRecording } from './ingest-recording.ts';
import { inspectRecording } from './inspect-recording.ts';
import type { RecordingSource } from './recording-source.ts';

const folder = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');
const isThere = existsSync(folder);

/** Recordings made by others: how many events are stored, and how each was mended. */
const expected: Readonly<Record<string, { events: number; repairs: readonly string[] }>> = {
  'posthog-perf-snapshot-0.json': { events: 99, repairs: [] },
  'posthog-recording-snapshots.json': { events: 49, repairs: [] },
  'posthog-rrwp-docs.json': { events: 1091, repairs: ['60 events came before the first full'] },
  'posthog-rrwp-homepage.json': { events: 720, repairs: [] },
  'rrweb-fixture-adopted-style-sheet.json': { events: 9, repairs: [] },
  'rrweb-fixture-iframe.json': { events: 13, repairs: [] },
  'rrweb-fixture-input.json': { events: 11, repairs: [] },
  'rrweb-fixture-selection.json': { events: 7, repairs: [] },
  'rrweb-fixture-shadow-dom.json': { events: 8, repairs: [] },
  'rrweb-fixture-style-sheet-rule-events.json': { events: 10, repairs: [] },
  'rrweb-fixture-video-playback.json': { events: 43, repairs: ['The clock jumped once; 4750 h'] },
  'rrweb-player-demo-events.json': { events: 272, repairs: [] },
  'rrweb-sizer-e1.json': { events: 607, repairs: [] },
  'rrweb-stats-form.json': { events: 206, repairs: [] },
  'rrweb-stats-recordings-3.json': { events: 240, repairs: [] },
  'rrweb-stats-recordings.json': { events: 307, repairs: [] },
};

const fileSource = (name: string): RecordingSource => ({
  name,
  size: statSync(join(folder, name)).size,
  open: () => createReadStream(join(folder, name)),
});

describe.skipIf(!isThere)(
  `the recordings in ${folder}${isThere ? '' : ' (not there: skipped)'}`,
  () => {
    const files = isThere ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

    it('are all expected here', () => {
      expect(files.filter((name) => name !== 'index.json')).toEqual(Object.keys(expected).sort());
    });

    it.each(Object.entries(expected))('%s is stored', async (name, { events, repairs }) => {
      const stored: RecordedEvent[] = [];
      const outcome = await ingestRecording(fileSource(name), {
        begin: async () => {},
        write: async ({ bytes }) =>
          void stored.push(...(JSON.parse(strFromU8(gunzipSync(bytes))) as RecordedEvent[])),
      });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      expect(outcome.value.events).toBe(events);
      expect(stored).toHaveLength(events);
      expect(outcome.value.repairs).toHaveLength(repairs.length);
      for (const [i, sentence] of repairs.entries())
        expect(outcome.value.repairs[i]?.sentence).toContain(sentence);
      for (const [i, { timestamp }] of stored.entries())
        expect(timestamp).toBeGreaterThanOrEqual(stored[i - 1]?.timestamp ?? 0);
      const snapshot = stored.findIndex(({ type }) => type === 2);
      expect(stored.slice(0, snapshot).some(({ type }) => type === 4)).toBe(true);
    });

    it.each(Object.keys(expected))('%s can be inspected, and loses no target', async (name) => {
      const outcome = await inspectRecording(fileSource(name));
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      const inspection = outcome.value;
      expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
      expect(inspection.problems).toEqual([]);
      expect(inspection.actions.filter(({ targetLost }) => targetLost)).toEqual([]);
      for (const { endsMs, startsMs } of inspection.actions)
        expect(endsMs).toBeGreaterThan(startsMs);
      for (const action of inspection.actions)
        expect(describeAction(action)).not.toMatch(/“”|undefined|NaN/);
    });

    it('and their index is no recording', async () => {
      const outcome = await inspectRecording(fileSource('index.json'));
      expect(outcome.ok ? '' : outcome.problems[0]?.sentence).toMatch(
        /not an rrweb recording: none of the \d+ values/,
      );
    });
  },
);
