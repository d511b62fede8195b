import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserLaunchOptions } from '#tests/browser.ts';
import { Canaries } from './canaries.ts';
import { serveCanarySite } from './canary-site.ts';
import { CanarySearch } from './find-canaries.ts';
import type { Site } from './serve-site.ts';
import { sinksIn } from './sinks-in.ts';
import { recordWithStock, strictest } from './stock-recorder.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serveCanarySite();
  browser = await chromium.launch(browserLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('plain rrweb at its strictest gives the canaries away, so that the canary test can fail', async () => {
  const page = await browser.newPage();
  const { events, canaries } = await recordWithStock(page, site.origin, new Canaries(3), strictest);
  const leaked = sinksIn(new CanarySearch(canaries).findIn(events));
  const all = sinksIn(canaries);
  console.log(`plain rrweb at its strictest: ${leaked.size} of ${all.size} sinks leak`);
  expect(all.size).toBeGreaterThanOrEqual(90);
  expect(leaked.size).toBeGreaterThan(30);
});
