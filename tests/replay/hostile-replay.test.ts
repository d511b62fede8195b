import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserLaunchOptions } from '../browser.ts';
import { constructs, declarations, sheets } from './hostile-constructs.ts';
import type { HostileHarness } from './hostile-harness.ts';
import { hostileRecording } from './hostile-recording.ts';
import { nothingCame, untilPlayed, visit } from './hostile-visit.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';
import { serveFrames, type ServedFrames } from './serve-frames.ts';

declare const harness: HostileHarness;

let app: ServedBuild;
let frames: ServedFrames;
let trusting: ServedFrames;

beforeAll(async () => {
  app = await serveBuild(resolve('tests/replay'), ['hostile-harness.html']);
  frames = await serveFrames(app.origin, ['frame/replay.html']);
  trusting = await serveFrames(app.origin, ['frame/replay.html'], { isTrusting: true });
});

afterAll(async () => {
  await frames?.stop();
  await trusting?.stop();
  app?.stop();
});

async function openHarness(page: Page): Promise<void> {
  await page.goto(`${app.origin}/hostile-harness.html`);
  await page.waitForFunction('window.harness !== undefined');
}

const playIn = (origin: string, sandboxed: boolean, loose = false) =>
  visit({
    sandboxed,
    loose,
    play: async (page, port) => {
      await openHarness(page);
      await page.evaluate(([url, events, held]) => harness.play(url, events as never, held), [
        `${origin}/frame/replay.html`,
        hostileRecording(port),
        sandboxed,
      ] as const);
      await untilPlayed(page);
      expect(await page.evaluate(() => harness.heard)).not.toContainEqual(
        expect.objectContaining({ kind: 'failed' }),
      );
    },
  });

test('the corpus is as large as it should be', () => {
  const names = [constructs, sheets, declarations].flatMap(Object.keys);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(120);
});

test('as served, a hostile recording reaches nobody, runs nothing and goes nowhere', async () => {
  expect(await playIn(frames.guarded, true)).toEqual(nothingCame);
});

test('the policy alone holds it', async () => {
  expect(await playIn(trusting.guarded, false)).toEqual(nothingCame);
});

test('without any policy it reaches out by what no reader of its sheets can tell, and by nothing else', async () => {
  const { ran, reached } = await playIn(frames.bare, true);
  expect(ran).toEqual([]);
  // A string that a variable takes into `image-set()`.
  expect(reached.filter((each) => !each.startsWith('background-by-attr'))).toEqual([]);
});

test('the sandbox alone holds its scripts, and without the policy it does reach out', async () => {
  const { ran, reached, named } = await playIn(trusting.bare, true);
  expect(ran).toEqual([]);
  expect(reached.length).toBeGreaterThan(100);
  expect(named.length).toBeGreaterThan(100);
});

test('with neither, its scripts run', async () => {
  const { ran } = await playIn(trusting.bare, false, true);
  expect(ran.length).toBeGreaterThan(20);
});

test.each([
  ['the app it was told of', () => app.origin, true],
  ['nobody else', () => frames.bare, false],
])('the frame takes its port from %s', async (_who, toldOf, takesIt) => {
  const browser = await chromium.launch(browserLaunchOptions());
  const page = await browser.newPage();
  await openHarness(page);
  const took = await page.evaluate(
    ([url, origin]) => harness.offerPort(url!, origin!),
    [`${frames.guarded}/frame/replay.html`, toldOf()],
  );
  expect(took).toBe(takesIt);
  await browser.close();
});
