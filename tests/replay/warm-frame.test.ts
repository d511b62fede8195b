import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StageHarness } from './stage-harness.ts';
import { openStagePage, type StagePage } from './stage-page.ts';
import { fileSource, storeSession } from './stored-session.ts';

declare const harness: StageHarness;

let stage: StagePage;
beforeAll(async () => void (stage = await openStagePage()));
afterAll(() => stage?.close());

test('a session opens in the frame that is up, and the next one in a frame of its own', async () => {
  const { page, replayUrl } = stage;
  const session = await storeSession(
    fileSource(resolve('public/demo/recordings/place-an-order.json.gz')),
  );
  let loads = 0;
  page.on('request', (request) => void (loads += Number(request.url().startsWith(replayUrl))));
  const frames = () => page.locator('iframe').count();

  await page.evaluate((url) => harness.warm(url), replayUrl);
  expect([loads, await frames()]).toEqual([1, 1]);
  expect(await stage.open(session)).toBeUndefined();
  expect([loads, await frames()]).toEqual([1, 1]);
  const shown = page.frameLocator('.sheet iframe').frameLocator('.shown iframe').locator('body');
  expect(await shown.innerText()).toMatch(/\S/);

  expect(await stage.open(session)).toBeUndefined();
  expect([loads, await frames()]).toEqual([2, 1]);
  expect(await shown.innerText()).toMatch(/\S/);
  expect(stage.takeErrors()).toEqual([]);
});
