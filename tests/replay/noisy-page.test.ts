import { expect, test } from 'vitest';
import { noisyRecording } from './noisy-page.ts';
import type { StageHarness } from './stage-harness.ts';
import { openStagePage } from './stage-page.ts';
import { storeSession } from './stored-session.ts';

declare const harness: StageHarness;

async function errorsOf(how: { readonly isTrusting?: boolean }): Promise<readonly string[]> {
  const stage = await openStagePage(how);
  const opened = await stage.open(await storeSession(noisyRecording()));
  const { failed } = await stage.page.evaluate(() => harness.playThrough(20));
  // Some of it is said in tasks of its own.
  await stage.page.waitForLoadState('networkidle');
  const errors = stage.takeErrors();
  await stage.close();
  expect({ opened, failed }).toEqual({});
  return errors;
}

test('a page of which a browser complains all over is shown without a complaint', async () => {
  expect(await errorsOf({})).toEqual([]);
});

test('which is not so where it is built as it was recorded', async () => {
  expect((await errorsOf({ isTrusting: true })).length).toBeGreaterThan(60);
});
