/** What every recording must stand: our screen against fresh replays by rrweb, in one browser. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserLaunchOptions } from '../browser.ts';
import { seededNumbers } from './seeded-numbers.ts';
import type { SeekHarness } from './seek-harness.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';

declare const harness: SeekHarness;

const slow = { timeout: 240_000 };

export function readRecording(path: string): unknown {
  const bytes = readFileSync(path);
  const value = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  return Array.isArray(value) ? value : value.events;
}

/** `recordings` by name, each read when it is needed. */
export function describeExactSeeks(recordings: ReadonlyMap<string, () => unknown>): void {
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

  async function open(read: () => unknown): Promise<{ page: Page; duration: number }> {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${built.origin}/seek-harness.html`);
    await page.waitForFunction('window.harness !== undefined');
    const duration = await page.evaluate((all) => harness.load(all as never), read());
    return { page, duration };
  }

  describe.each([...recordings])('%s', (_name, read) => {
    test('24 seeks, anywhere and in any order, show the same page', slow, async () => {
      const { page, duration } = await open(read);
      const next = seededNumbers(7);
      for (let index = 1; index <= 24; index += 1) {
        const at = Math.round(next() * duration);
        const differ = await page.evaluate((time) => harness.seek(time), at);
        expect(differ?.ours, `seek ${index}, to ${at} ms`).toBe(differ?.fresh);
      }
      await page.close();
    });

    test('so do seeks to the start, the end and to snapshots', slow, async () => {
      const { page, duration } = await open(read);
      const edges = (await page.evaluate(() => harness.edges())).slice(0, 3);
      for (const at of new Set([duration, 0, ...edges.toReversed(), 1])) {
        const differ = await page.evaluate((time) => harness.seek(time), at);
        expect(differ?.ours, `edge at ${at} ms`).toBe(differ?.fresh);
      }
      await page.close();
    });

    test('so does running on from anywhere, tick by tick and in one step', slow, async () => {
      const { page, duration } = await open(read);
      const next = seededNumbers(11);
      for (let run = 1; run <= 4; run += 1) {
        const from = next() * duration;
        const lasts = (duration - from) * next();
        const ticks = [...Array(12)].map((_, tick) => Math.round(from + (lasts * tick) / 16));
        const to = Math.round(from + lasts);
        const differ = await page.evaluate(
          ([start, steps, end]) => harness.run(start as number, steps as number[], end as number),
          [Math.round(from), ticks, to] as const,
        );
        expect(differ?.ours, `run ${run}, from ${Math.round(from)} to ${to} ms`).toBe(
          differ?.fresh,
        );
      }
      await page.close();
    });

    test('no sight of a page is blank or half while wishes storm', slow, async () => {
      const { page, duration } = await open(read);
      const next = seededNumbers(5);
      const times = [...Array(50)].map(() => Math.round(next() * duration));
      expect(await page.evaluate((all) => harness.hurry(all), times)).toEqual([]);
      await page.close();
    });
  });

  test('a page that stands later asks for the earlier one', slow, async () => {
    const [read] = recordings.values();
    if (read === undefined) return;
    const { page, duration } = await open(read);
    expect(await page.evaluate((at) => harness.stepBack(at, at / 2), duration * 0.8)).toBe(true);
    await page.close();
  });
}
