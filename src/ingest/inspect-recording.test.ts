import { expect, it } from 'vitest';
import { inspectRecording } from './inspect-recording.ts';
import { sketchSession } from '#actions/sketch-session.ts';
import { sketchSource } from './sketch-source.ts';

it('tells all there is in a recording, as plain JSON', async () => {
  const events = sketchSession('h@0 i@110 Backspace@480 click:save@2000 push:/done@2200 end@30000');
  const outcome = await inspectRecording(sketchSource(events, { name: 'work.json' }));
  const inspection = outcome.ok ? outcome.value : undefined;
  expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
  expect(inspection).toMatchObject({
    name: 'work.json',
    durationMs: 30_000,
    viewport: { width: 1280, height: 720 },
    events: {
      total: events.length,
      byType: {
        meta: 1,
        fullSnapshot: 1,
        'incremental/input': 3,
        'plugin/tasktape/keystrokes@1': 6,
      },
    },
    pages: [{ url: 'https://desk.test/', title: 'Desk /' }, { url: 'https://desk.test/done' }],
    keystrokes: { total: 3, evidence: 'exact', bursts: [{ text: 'hi⌫', evidence: 'exact' }] },
    actions: [
      { kind: 'type', description: 'type “h” into “Search” (textbox)' },
      { kind: 'click', description: 'click “Save” (button)', leadsTo: 'https://desk.test/done' },
    ],
    gaps: [{ reason: 'idle', startsMs: 2200, endsMs: 30_000 }],
    repairs: [],
    problems: [],
  });
});

it('marks what it had to infer, and names the events it left out', async () => {
  const events: unknown[] = sketchSession('h@0 i@110', { keys: 'none' });
  const outcome = await inspectRecording(sketchSource(JSON.stringify([...events, { type: 4 }])));
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      keystrokes: { evidence: 'inferred', bursts: [{ text: 'hi', evidence: 'inferred' }] },
      problems: [{ path: `event ${events.length}` }],
      repairs: [{ kind: 'dropped', count: 1 }],
    },
  });
});
