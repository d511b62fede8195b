import { afterAll, beforeAll, expect, test } from 'vitest';
import { sketchSource } from '#ingest/sketch-source.ts';
import { giants } from './giants.ts';
import type { StageHarness } from './stage-harness.ts';
import { openStagePage, type StagePage } from './stage-page.ts';
import { storeSession } from './stored-session.ts';
import { writeDeepJson } from './write-deep-json.ts';

declare const harness: StageHarness;

let stage: StagePage;
beforeAll(async () => void (stage = await openStagePage()));
afterAll(() => stage?.close());

/** Those that import takes and that end in a sentence once the clock is at their end. */
const refused: Readonly<Record<string, RegExp>> = {
  'a page 10,000 levels deep': /too deep/,
  'levels added one by one, 10,000 deep': /too deep/,
  'the same, innermost first': /too deep/,
  'frames in frames, 1,000 deep': /too deep/,
  'an attribute of 50 MB': /too much text/,
  'an event of 30 MB': /too much text/,
  'ids that collide in a snapshot': /can not be built again/,
  'a node added under itself': /were not recorded/,
};
/** Import takes no page of a million nodes; and rules by the hundred thousand are shown once. */
const shown = Object.keys(giants).filter(
  (name) => !['a million nodes', '100,000 style rules in one sheet'].includes(name),
);

test.each(shown)('%s is shown, or a sentence is', { timeout: 120_000 }, async (name) => {
  const session = await storeSession(sketchSource(writeDeepJson(giants[name]!())));
  const first = await stage.open(session);
  const last = await stage.page.evaluate((at) => harness.seek(at), session.durationMs);
  const back = await stage.page.evaluate(() => harness.seek(0));
  for (const sentence of [first, last, back])
    if (sentence !== undefined) expect(sentence).toMatch(/^[A-Z].*[.!?]$/s);
  expect(last ?? '').toMatch(refused[name] ?? /^$/);
  expect(stage.takeErrors()).toEqual([]);
});
