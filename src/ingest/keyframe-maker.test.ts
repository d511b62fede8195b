import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { gunzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MadeChunk } from '#core/recording.ts';
import { putBackCss } from '#dom/css-by-hash.ts';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import { PointerWatch } from '#dom/pointer-watch.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { ingestRecording } from './ingest-recording.ts';
import { sketchSession } from '#actions/sketch-session.ts';
import { sketchSource } from './sketch-source.ts';

const jsonIn = (bytes: Uint8Array) => JSON.parse(strFromU8(gunzipSync(bytes))) as RecordedEvent[];
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

async function chunksOf(source: Parameters<typeof ingestRecording>[0]): Promise<MadeChunk[]> {
  const chunks: MadeChunk[] = [];
  const outcome = await ingestRecording(source, {
    begin: async () => {},
    write: async (chunk) => void chunks.push(chunk),
  });
  expect(outcome).toMatchObject({ ok: true });
  return chunks;
}

/** Each keyframe against page and pointer followed from the start; answers where there are keyframes. */
function expectKeyframes(chunks: readonly MadeChunk[]): number[] {
  const sheets = new Map<string, string>();
  const page = new Page();
  const pointer = new PointerWatch();
  const at: number[] = [];
  let last = 0;
  for (const { bytes, keyframe, seq } of chunks) {
    if (keyframe) {
      at.push(seq);
      for (const { sha256, bytes: packed } of keyframe.newSheets) {
        const text = gunzipSync(packed);
        expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
        expect(sheets.has(sha256)).toBe(false);
        sheets.set(sha256, strFromU8(text));
      }
      expect(createHash('sha256').update(keyframe.bytes).digest('hex')).toBe(keyframe.sha256);
      const stored = putBackCss(jsonIn(keyframe.bytes), keyframe.sheets, (hash) =>
        sheets.get(hash),
      );
      const whole = [...(keyframeOf(page, last) ?? []), ...pointer.replay(last)];
      expect(stored).toEqual({ ok: true, value: plain(whole) });
    }
    for (const event of jsonIn(bytes)) {
      page.apply(event);
      pointer.push(event, page);
      last = event.timestamp;
    }
  }
  return at;
}

describe('keyframes', () => {
  it('hold the page right before their chunk, every half minute without a snapshot', async () => {
    const keys = Array.from({ length: 40 }, (_, i) => `a@${i * 3000 + 500}`);
    const chunks = await chunksOf(sketchSource(sketchSession(keys.join(' '))));
    expect(chunks.map(({ startsMs }) => startsMs)).toEqual([0, 30_500, 60_500, 90_500]);
    expect(expectKeyframes(chunks)).toEqual([1, 2, 3]);
  });

  it('are left out where a chunk begins with a snapshot, which begins a chunk', async () => {
    const keys = Array.from({ length: 12 }, (_, i) => `a@${i * 3000 + 500}`);
    const chunks = await chunksOf(
      sketchSource(sketchSession([...keys, 'go:/b@20000', 'b@49000', 'c@51000'].join(' '))),
    );
    expect(chunks.map(({ startsMs }) => startsMs)).toEqual([0, 20_000, 51_000]);
    expect(
      jsonIn(chunks[1]!.bytes)
        .slice(0, 2)
        .map(({ type }) => type),
    ).toEqual([4, 2]);
    expect(expectKeyframes(chunks)).toEqual([2]);
  });

  it('tell the times of the mended clock', async () => {
    const events = sketchSession('a@500 b@20000 c@40000 d@60000 e@95000');
    const jumped = events.map((event) =>
      event.timestamp > events[0]!.timestamp + 30_000
        ? { ...event, timestamp: event.timestamp + 40 * 86_400_000 }
        : event,
    );
    const chunks = await chunksOf(sketchSource(jumped));
    expect(expectKeyframes(chunks).length).toBeGreaterThan(1);
    for (const [i, { keyframe }] of chunks.entries())
      if (keyframe)
        expect(jsonIn(keyframe.bytes)[0]?.timestamp).toBe(
          jsonIn(chunks[i - 1]!.bytes).at(-1)?.timestamp,
        );
  });

  it('are never far apart, and never wrong, whatever is recorded', async () => {
    const word = fc.constantFrom('a', 'Enter', 'click:save', 'scroll:90', 'go:/a', 'push:/b');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, fc.integer({ min: 1, max: 40_000 })), { maxLength: 15 }),
        async (drawn) => {
          let at = 100;
          const events = sketchSession(drawn.map(([w, p]) => `${w}@${(at += p)}`).join(' '));
          const chunks = await chunksOf(sketchSource(events));
          expectKeyframes(chunks);
          const ends = chunks.at(-1)!.endsMs;
          let wholeAt = 0;
          for (const { bytes, keyframe, startsMs } of chunks) {
            if (keyframe) wholeAt = startsMs;
            for (const { type, timestamp } of jsonIn(bytes)) {
              const now = timestamp - events[0]!.timestamp;
              if (type === 2) wholeAt = now;
              if (type === 3 && now < ends) expect(now - wholeAt).toBeLessThan(30_000);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a page nested too deep to be written has none, and is stored all the same', async () => {
    const levels = Array.from(
      { length: 10_000 },
      (_, i) => `{"id":${i + 2},"type":2,"tagName":"b","attributes":{},"childNodes":[`,
    );
    const node = `{"id":1,"type":0,"childNodes":[${levels.join('')}${']}'.repeat(10_000)}]}`;
    const event = (at: number, type: number, data: string) =>
      `{"type":${type},"timestamp":${1_700_000_000_000 + at},"data":${data}}`;
    const scroll = (at: number) => event(at, 3, `{"source":3,"id":1,"x":0,"y":${at}}`);
    const text = [
      event(0, 4, '{"href":"https://a.test/","width":1,"height":1}'),
      event(1, 2, `{"node":${node}}`),
      ...[31_000, 62_000, 93_000].map(scroll),
    ];
    const chunks = await chunksOf(sketchSource(`[${text.join(',')}]`));
    expect(chunks.map(({ keyframe }) => keyframe)).toEqual([undefined, undefined, undefined]);
  });

  const folder = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');
  const isThere = existsSync(folder);
  const files = [
    'posthog-rrwp-docs',
    'posthog-rrwp-homepage',
    'rrweb-player-demo-events',
    'rrweb-sizer-e1',
  ];
  it.skipIf(!isThere).each(files)(
    `are right on %s${isThere ? '' : ` (skipped: ${folder} is not there)`}`,
    async (file) => {
      const chunks = await chunksOf(sketchSource(readFileSync(resolve(folder, `${file}.json`))));
      expect(expectKeyframes(chunks).length).toBeGreaterThan(0);
    },
  );
});
