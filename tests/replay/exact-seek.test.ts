import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserLaunchOptions } from '../browser.ts';
import { busyRecording } from './busy-recording.ts';
import type { SeekHarness } from './seek-harness.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';

declare const harness: SeekHarness;

const shared = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');
const recordings = [
  join(shared, 'rrweb-stats-form.json'),
  join(shared, 'rrweb-player-demo-events.json'),
  join(shared, 'posthog-rrwp-homepage.json'),
  resolve('public/demo/recordings/correct-an-address.json.gz'),
  resolve('public/demo/recordings/place-an-order.json.gz'),
].filter((path) => existsSync(path));

/** A small generator of numbers from 0 to 1, the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const slow = { timeout: 240_000 };
const drawn = 'a page that never rests';

function readEvents(path: string): unknown {
  if (path === drawn) return busyRecording(numbers(3), 30_000);
  const bytes = readFileSync(path);
  const value = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  return Array.isArray(value) ? value : value.events;
}

let built: ServedBuild;
let browser: Browser;

beforeAll(async () => {
  built = await serveBuild(resolve('tests/replay'), ['seek-harness.html']);
  browser = await chromium.launch(browserLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  built?.stop();
});

async function openHarness(path: string, share: number): Promise<{ page: Page; duration: number }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${built.origin}/seek-harness.html`);
  await page.waitForFunction('window.harness !== undefined');
  const duration = await page.evaluate(
    ([events, part]) => harness.load(events as never, part as number),
    [readEvents(path), share] as const,
  );
  return { page, duration };
}

async function expectExact(page: Page, at: number, what: string): Promise<void> {
  const differ = await page.evaluate((time) => harness.differ(time), at);
  expect(differ?.ours, `${what} at ${at} ms`).toBe(differ?.fresh);
}

describe('against a fresh replay', () => {
  describe.each([drawn, ...recordings])('%s', (path) => {
    test('24 seeks, anywhere and in any order, show the same page', slow, async () => {
      const { page, duration } = await openHarness(path, 1);
      const next = numbers(7);
      const moves = await page.evaluate(() => harness.afterPointer());
      const some = Array.from({ length: 4 }, () => moves[Math.floor(next() * moves.length)] ?? 0);
      const times = [
        ...Array.from({ length: 12 }, () => next() * duration),
        // From just after the pointer moved on a little, and later to the same place afresh.
        ...some.flatMap((at) => [at, at + 450]),
        ...some.map((at) => at + 451),
      ];
      for (const [index, at] of times.entries())
        await expectExact(page, Math.round(at), `seek ${index + 1}`);
      await page.close();
    });

    test('seeks to the very start, the end and every snapshot do', slow, async () => {
      const { page, duration } = await openHarness(path, 1);
      const edges = (await page.evaluate(() => harness.edges())).slice(0, 6);
      for (const at of [duration / 2, 0, duration, ...edges.toReversed(), 1, ...edges])
        await expectExact(page, at, 'edge');
      await page.close();
    });

    test('so do seeks after it ran, and after more was loaded', slow, async () => {
      const { page, duration } = await openHarness(path, 0.5);
      const next = numbers(11);
      await page.evaluate((at) => harness.run(at, 1, 50), duration * 0.1);
      await page.evaluate(() => harness.loadRest(0.5));
      for (let index = 0; index < 5; index += 1) {
        const from = Math.round(next() * duration * 0.9);
        const at = await page.evaluate((start) => harness.run(start, 8, 250), from);
        await expectExact(page, at, `run ${index + 1}, stopped`);
        await expectExact(page, Math.round(next() * duration), `seek after run ${index + 1}`);
      }
      await page.close();
    });
  });
});
