import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, type Listener } from '#server/listen.ts';
import { answerReplay } from '#server/replay-origin.ts';
import { browserLaunchOptions } from '../browser.ts';
import { constructs, declarations, sheets } from './hostile-constructs.ts';
import type { HostileHarness } from './hostile-harness.ts';
import { hostileRecording, lastNode } from './hostile-recording.ts';
import { visit, type Outcome } from './hostile-visit.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';

declare const harness: HostileHarness;

let app: ServedBuild;
let frame: ServedBuild;
let guarded: Listener;
let bare: Listener;

beforeAll(async () => {
  app = await serveBuild(resolve('tests/replay'), ['hostile-harness.html']);
  frame = await serveBuild(resolve('src'), ['frame/replay.html']);
  const appPort = Number(new URL(app.origin).port);
  const answer = (request: Request) => answerReplay(frame.folder, appPort, request);
  guarded = await listen('127.0.0.1', 0, answer);
  bare = await listen('127.0.0.1', 0, async (request) => withoutPolicy(await answer(request)));
});

afterAll(async () => {
  await Promise.all([guarded?.close(), bare?.close()]);
  for (const server of [app, frame]) server?.stop();
});

/** The same frame with nothing to hold it, to show what holds it. */
async function withoutPolicy(answer: Response): Promise<Response> {
  answer.headers.delete('content-security-policy');
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer;
  const html = await answer.text();
  const loose = html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
  expect(loose).not.toBe(html);
  return new Response(loose, { headers: answer.headers });
}

const playIn = (served: Listener, sandboxed: boolean, loose = false) =>
  visit({
    sandboxed,
    loose,
    play: async (page, port) => {
      await page.goto(`${app.origin}/hostile-harness.html`);
      await page.waitForFunction('window.harness !== undefined');
      await page.evaluate(([url, events, held]) => harness.play(url, events as never, held), [
        `http://127.0.0.1:${served.port}/frame/replay.html`,
        hostileRecording(port),
        sandboxed,
      ] as const);
      await untilPlayed(page);
      expect(await page.evaluate(() => harness.heard)).not.toContainEqual(
        expect.objectContaining({ kind: 'failed' }),
      );
    },
  });

/** Waits for the node that the last event brings, in the document that holds the recorded page. */
async function untilPlayed(page: Page): Promise<void> {
  const replay = page.frames().find((each) => each.url().includes('/frame/'))!;
  await replay.waitForFunction(
    (id) =>
      [...document.querySelectorAll('iframe')].some(({ contentDocument }) =>
        Boolean(contentDocument?.getElementById(id)),
      ),
    lastNode,
  );
}

const nothing: Outcome = {
  ran: [],
  reached: [],
  connections: 0,
  named: [],
  moved: [],
  focused: 'INPUT',
};

test('the corpus is as large as it should be', () => {
  const names = [constructs, sheets, declarations].flatMap(Object.keys);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(120);
});

test('as served, a hostile recording reaches nobody, runs nothing and goes nowhere', async () => {
  expect(await playIn(guarded, true)).toEqual(nothing);
});

test('the policy alone holds it', async () => {
  expect(await playIn(guarded, false)).toEqual(nothing);
});

test('the sandbox alone holds its scripts, and without the policy it does reach out', async () => {
  const { ran, reached, named } = await playIn(bare, true);
  expect(ran).toEqual([]);
  expect(reached.length).toBeGreaterThan(100);
  expect(named.length).toBeGreaterThan(100);
});

test('with neither, its scripts run', async () => {
  const { ran } = await playIn(bare, false, true);
  expect(ran.length).toBeGreaterThan(20);
});

test.each([
  ['the app it was told of', () => app.origin, true],
  ['nobody else', () => frame.origin, false],
])('the frame takes its port from %s', async (_who, toldOf, takesIt) => {
  const browser = await chromium.launch(browserLaunchOptions());
  const page = await browser.newPage();
  await page.goto(`${app.origin}/hostile-harness.html`);
  await page.waitForFunction('window.harness !== undefined');
  const took = await page.evaluate(
    ([url, origin]) => harness.offerPort(url!, origin!),
    [`http://127.0.0.1:${guarded.port}/frame/replay.html`, toldOf()],
  );
  expect(took).toBe(takesIt);
  await browser.close();
});
