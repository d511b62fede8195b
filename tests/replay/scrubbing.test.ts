import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Browser, type CDPSession, type Frame, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page as PageState } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { browserLaunchOptions } from '../browser.ts';
import { heapOf } from '../bench/replay-heap.ts';
import { plain } from '../bench/replay-judge.ts';
import { bundleScript } from '../privacy/bundle-script.ts';
import type { FrontPage } from './front-page.ts';
import { hearErrors } from './hear-errors.ts';
import type { KeyframeHarness } from './keyframe-harness.ts';
import type { ScrubHarness } from './scrub-harness.ts';
import { seededNumbers } from './seeded-numbers.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';
import { serveFrames, type ServedFrames } from './serve-frames.ts';
import { fileSource, storeSession, type StoredSession } from './stored-session.ts';

declare const hands: ScrubHarness;
declare const frontPage: FrontPage;
declare const harness: KeyframeHarness;

const recording = resolve('public/demo/recordings/correct-an-address.json.gz');
const rounds = 6;

let app: ServedBuild;
let frames: ServedFrames;
let browser: Browser;
let session: StoredSession;
let judge: Page;

beforeAll(async () => {
  const pages = ['scrub-harness.html', 'keyframe-harness.html'];
  app = await serveBuild(resolve('tests/replay'), pages, undefined, [svelte()]);
  frames = await serveFrames(app.origin, ['frame/replay.html']);
  session = await storeSession(fileSource(recording));
  browser = await chromium.launch(browserLaunchOptions());
  judge = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await judge.goto(`${app.origin}/keyframe-harness.html`);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await frames?.stop();
  app?.stop();
});

async function open(page: Page): Promise<Frame> {
  await page.route('**/objects/*', (route) => {
    const body = session.objects.get(route.request().url().split('/objects/')[1]!);
    return route.fulfill(body ? { body: Buffer.from(body) } : { status: 404 });
  });
  await page.goto(`${app.origin}/scrub-harness.html`);
  await page.waitForFunction('window.hands !== undefined');
  const { startedAt, durationMs, chunks, tracks } = session;
  await page.evaluate(([told, url]) => hands.open(told, url), [
    { startedAt, durationMs, chunks, tracks },
    `${frames.guarded}/frame/replay.html`,
  ] as const);
  const frame = page.frames().find((each) => each.url().includes('/frame/replay.html'))!;
  await frame.evaluate(await bundleScript('../replay/front-page.ts'));
  await frame.evaluate(() => frontPage.watch());
  return frame;
}

/** Everything a restless person does in some seconds; each part is waited for only at its end. */
function partsOfARound(page: Page, devtools: CDPSession, next: () => number) {
  const somewhere = () => next() * session.durationMs;
  const drag = () =>
    page.evaluate(([from, to]) => hands.drag(from, to, 20), [somewhere(), somewhere()] as const);
  const lifecycle = (state: 'frozen' | 'active') =>
    devtools.send('Page.setWebLifecycleState', { state });
  return [
    async () => {
      await drag();
      await drag();
    },
    async () => {
      const notches = Array.from({ length: 45 }, () => (next() - 0.45) * 900);
      await page.evaluate((all) => hands.wheel(all), notches);
    },
    async () => {
      for (const [width, height] of [
        [700, 900],
        [1500, 500],
        [1280, 800],
      ] as const)
        await Promise.all([page.setViewportSize({ width, height }), drag()]);
    },
    async () => {
      await page.evaluate(() => hands.play(4, 10));
      await lifecycle('frozen');
      await lifecycle('active');
      await page.evaluate(() => hands.play(4, 5));
    },
    async () => {
      for (const speed of [16, 0.25, 8, 1]) await page.evaluate((to) => hands.play(to, 8), speed);
    },
  ];
}

/** The right page: all events before `at`, folded by `dom`, replayed by rrweb from a fresh start. */
async function freshPage(events: readonly RecordedEvent[], at: number): Promise<string> {
  const state = new PageState();
  const time = session.startedAt + at;
  for (const event of events) if (event.timestamp < time) state.apply(event);
  const page = keyframeOf(state, Math.floor(time)) ?? [];
  return judge.evaluate(([given, until]) => harness.print(given as never, until as number), [
    page,
    Math.floor(time) + 1,
  ] as const);
}

interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

async function heldBy(page: Page, devtools: CDPSession): Promise<Held> {
  const heap = await heapOf(page);
  const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters');
  return { nodes, listeners, heap };
}

test('scrubbing like a person leaves no blank frame, no drift and no growth', async () => {
  const events = JSON.parse(gunzipSync(readFileSync(recording)).toString()) as RecordedEvent[];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const problems = hearErrors(page);
  const devtools = await page.context().newCDPSession(page);
  const frame = await open(page);
  const next = seededNumbers(21);
  const held: Held[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [part, act] of partsOfARound(page, devtools, next).entries()) {
      await act();
      const { at, failed } = await page.evaluate(() => hands.settled());
      expect(failed, `round ${round}, part ${part}`).toBe(undefined);
      // Each part is compared once, another in each round.
      if (part !== round % 5) continue;
      const shown = plain(await frame.evaluate(() => frontPage.print()));
      expect(shown, `round ${round}, part ${part}, at ${at}`).toBe(
        plain(await freshPage(events, at)),
      );
    }
    await page.evaluate(() => hands.drag(60_000, 60_000, 0));
    await page.evaluate(() => hands.settled());
    held.push(await heldBy(page, devtools));
  }
  const seen = await frame.evaluate(() => ({ frames: frontPage.frames, blank: frontPage.blank }));
  expect(seen.frames).toBeGreaterThan(rounds * 50);
  expect({ blank: seen.blank, problems }).toEqual({ blank: 0, problems: [] });
  const [early, late] = [held[1]!, held.at(-1)!];
  expect(late.nodes).toBeLessThan(early.nodes * 1.5 + 500);
  expect(late.listeners).toBeLessThan(early.listeners * 1.5 + 50);
  expect(late.heap).toBeLessThan(early.heap * 1.5 + 4e6);
}, 240_000);
