import { expect, test } from 'vitest';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';
import { inspectRecording } from '#ingest/inspect-recording.ts';
import { sketchSource } from '#ingest/sketch-source.ts';
import { giants } from './giants.ts';
import { writeDeepJson } from './write-deep-json.ts';

/** Its own writer goes no deeper than the stack. */
function jsonOf(events: unknown): string {
  try {
    return JSON.stringify(events);
  } catch {
    return writeDeepJson(events);
  }
}

const sentence = /^[A-Z“].*[.!?]$/s;

test.each(Object.keys(giants))('%s is imported or refused in a sentence', async (name) => {
  const source = sketchSource(jsonOf(giants[name]!()), { sliceBytes: 2 ** 20 });
  const inspected = await inspectRecording(source);
  for (const problem of inspected.ok ? inspected.value.problems : inspected.problems)
    expect(problem.sentence).toMatch(sentence);
  const chunks: unknown[] = [];
  const sink = {
    begin: async () => undefined,
    write: async (chunk: unknown) => void chunks.push(chunk),
  };
  const imported = await ingestRecording(source, sink);
  expect(imported.ok).toBe(inspected.ok);
  expect(chunks.length > 0).toBe(imported.ok);
  if (!imported.ok)
    for (const problem of imported.problems) expect(problem.sentence).toMatch(sentence);
});

test.each(Object.keys(giants))('%s folds to a page and back to a snapshot', (name) => {
  const page = new Page();
  const events = giants[name]!();
  for (const event of events) page.apply(event);
  const keyframe = keyframeOf(page, 1);
  const again = new Page();
  for (const event of keyframe ?? []) again.apply(event);
  expect(again.tree.size).toBe(page.tree.size);
});
