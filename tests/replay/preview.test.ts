import AxeBuilder from '@axe-core/playwright';
import { resolve } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sketchSession } from '#actions/sketch-session.ts';
import { browserLaunchOptions } from '../browser.ts';
import { hearErrors } from './hear-errors.ts';
import { hostileRecording } from './hostile-recording.ts';
import { noisyRecording } from './noisy-page.ts';
import { nothingCame, untilPlayed, visit } from './hostile-visit.ts';
import type { PreviewHarness } from './preview-harness.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';
import { serveFrames, type ServedFrames } from './serve-frames.ts';

declare const harness: PreviewHarness;

let app: ServedBuild;
let frames: ServedFrames;
let trusting: ServedFrames;
let browser: Browser;
let errors: readonly string[];

beforeAll(async () => {
  app = await serveBuild(resolve('tests/replay'), ['preview-harness.html']);
  frames = await serveFrames(app.origin, ['frame/preview.html']);
  trusting = await serveFrames(app.origin, ['frame/preview.html'], { isTrusting: true });
  browser = await chromium.launch(browserLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  await frames?.stop();
  await trusting?.stop();
  app?.stop();
});

type Look = Parameters<PreviewHarness['show']>[2];

async function show(page: Page, origin: string, events: unknown[], how: Look): Promise<void> {
  await page.goto(`${app.origin}/preview-harness.html`);
  await page.waitForFunction('window.harness !== undefined');
  await page.evaluate(([url, all, look]) => harness.show(url, all as never, look), [
    `${origin}/frame/preview.html`,
    events,
    how,
  ] as const);
  expect(await page.evaluate(() => harness.heard)).toEqual([{ kind: 'shown' }]);
}

/** A minute of work, standing still at its start. */
async function openMinute(theme: 'light' | 'dark'): Promise<{ page: Page; preview: Frame }> {
  const page = await (await browser.newContext()).newPage();
  errors = hearErrors(page);
  const events = sketchSession('h@0 i@2000 scroll:400@9000 click:save@30000 end@60000');
  await show(page, frames.guarded, events, { sandboxed: true, plays: false, theme });
  const preview = page.frames().find((each) => each.url().includes('/frame/'))!;
  return { page, preview };
}

test.each(['light', 'dark'] as const)('in the %s theme axe finds nothing', async (theme) => {
  const { page, preview } = await openMinute(theme);
  await preview.waitForSelector('.rr-controller');
  const axe = new AxeBuilder({ page }).include(['iframe', '.rr-controller']).options({
    rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } },
  });
  const { violations, passes } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  expect(passes.length).toBeGreaterThan(5);
  await page.context().close();
});

test('keys play it, step five seconds, and let it go', async () => {
  const { page, preview } = await openMinute('light');
  const place = preview.getByRole('slider', { name: 'Place in the recording' });
  const at = async () => Number(await place.getAttribute('aria-valuenow'));
  await place.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(at).toBe(10);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(at).toBe(5);
  await page.keyboard.press('Space');
  await preview.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('Space');
  await preview.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => harness.heard)).toContainEqual({ kind: 'escape' });
  expect(errors).toEqual([]);
  await page.context().close();
});

const element = (id: number, tagName: string, attributes: object, ...childNodes: object[]) => ({
  id,
  type: 2,
  tagName,
  attributes,
  childNodes,
});

/** A page, and what its snapshot has no place for. */
function beginning(timestamp: number): object[] {
  const list = { id: 'list', style: 'height: 100px; overflow: auto; color: rgb(9, 8, 7)' };
  const long = element(7, 'p', { style: 'height: 900px' });
  const inside = [element(5, 'input', { id: 'q' }), element(6, 'div', list, long)];
  const root = element(2, 'html', {}, element(3, 'head', {}), element(4, 'body', {}, ...inside));
  return [
    { type: 4, timestamp, data: { href: 'https://desk.test/', width: 640, height: 400 } },
    {
      type: 2,
      timestamp,
      data: { node: { id: 1, type: 0, childNodes: [root] }, initialOffset: { left: 0, top: 0 } },
    },
    { type: 3, timestamp, data: { source: 5, id: 5, text: 'hi', isChecked: false } },
    { type: 3, timestamp, data: { source: 3, id: 6, x: 0, y: 321 } },
  ];
}

test('before it plays it shows its first moment whole, at the time of the session', async () => {
  const page = await (await browser.newContext()).newPage();
  errors = hearErrors(page);
  const end = { type: 6, timestamp: 31_000, data: { plugin: 'end', payload: {} } };
  const how = { sandboxed: true, plays: false, theme: undefined, beginsMs: 64_000 };
  await show(page, frames.guarded, [...beginning(1000), end], how);
  const preview = page.frames().find((each) => each.url().includes('/frame/'))!;
  const shown = preview.frameLocator('.replayer-wrapper iframe');
  await expect.poll(() => shown.locator('#q').inputValue()).toBe('hi');
  await expect.poll(() => shown.locator('#list').evaluate((list) => list.scrollTop)).toBe(321);
  await preview.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await preview.locator('.rr-timeline__time').allTextContents()).toEqual(['1:04', '1:34']);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a page keeps its own colours where a person forces theirs on all others', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const end = { type: 6, timestamp: 9000, data: { plugin: 'end', payload: {} } };
  const how = { sandboxed: true, plays: false, theme: undefined };
  await show(page, frames.guarded, [...beginning(1000), end], how);
  const preview = page.frames().find((each) => each.url().includes('/frame/'))!;
  const shown = preview.frameLocator('.replayer-wrapper iframe');
  const colorOf = (selector: string) =>
    shown.locator(selector).evaluate((node) => getComputedStyle(node).color);
  expect(await colorOf('#list')).toBe('rgb(9, 8, 7)');
  expect(await colorOf('body')).toBe('rgb(0, 0, 0)');
  await page.context().close();
});

test.each([true, false])('a page of which a browser complains, playing: %s', async (plays) => {
  const page = await (await browser.newContext()).newPage();
  errors = hearErrors(page);
  await show(page, frames.guarded, noisyRecording(), { sandboxed: true, plays, theme: undefined });
  const preview = page.frames().find((each) => each.url().includes('/frame/'))!;
  const place = preview.getByRole('slider', { name: 'Place in the recording' });
  // To its end, by itself or by a seek.
  if (!plays) await place.press('ArrowRight');
  await expect.poll(async () => Number(await place.getAttribute('aria-valuenow'))).toBe(1);
  await page.waitForLoadState('networkidle');
  expect(errors).toEqual([]);
  await page.context().close();
});

const showHostile = (origin: string, sandboxed: boolean) =>
  visit({
    sandboxed,
    play: async (page, port) => {
      const how = { sandboxed, plays: true, theme: undefined };
      await show(page, origin, hostileRecording(port), how);
      await untilPlayed(page);
    },
  });

test('as served, a hostile recording reaches nobody, runs nothing and goes nowhere', async () => {
  expect(await showHostile(frames.guarded, true)).toEqual(nothingCame);
});

test('the policy alone holds it', async () => {
  expect(await showHostile(trusting.guarded, false)).toEqual(nothingCame);
});

test('the sandbox alone holds its scripts', async () => {
  const { ran, reached } = await showHostile(trusting.bare, true);
  expect(ran).toEqual([]);
  expect(reached.length).toBeGreaterThan(100);
});
