import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { sketchStart } from '#actions/sketch-session.ts';
import { sketchedPage } from '#actions/sketched-page.ts';
import { pageAt } from '#replay/page-at.ts';
import { planCrossings } from '#replay/crossings.ts';
import { stepClock } from '#replay/step-clock.ts';
import { layoutPages } from '#timeline/page-marks.ts';
import { indexTrack } from '#timeline/track-index.ts';
import { browserLaunchOptions } from '../browser.ts';
import { hearErrors } from './hear-errors.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';
import type { TabsHarness } from './tabs-harness.ts';
import { tabs, track } from './two-tabs.ts';

declare const harness: TabsHarness;

describe('two tabs on the timeline', () => {
  const view = { startsMs: ms(0), endsMs: ms(12_000), widthPx: 1200 };
  const wide = (text: string) => text.length;

  test('the page in front is that of the tab with the keyboard', () => {
    const tabAt = (at: number) => pageAt(track.pages, ms(at))?.tab;
    expect([0, 1990, 2000, 4999, 5000, 6900].map(tabAt)).toEqual([0, 0, 1, 1, 0, 0]);
  });

  test('each has a row for its pages', () => {
    const marks = layoutPages(indexTrack(track), view, wide);
    const places = marks.map(({ row, x, endX }) => [row, Math.round(x), Math.round(endX)] as const);
    expect(places.toSorted(([, x], [, other]) => x - other)).toEqual([
      [0, 0, 200],
      [1, 200, 500],
      [0, 500, 1200],
    ]);
  });

  test('keys into fields of one number are not one run, and stand at their own time', () => {
    const runs = indexTrack(track).groups.items;
    expect(runs.map(({ startsMs, text }) => [startsMs, text])).toEqual([
      [500, 'ab'],
      [3000, 'xy'],
      [4000, ''],
      [6000, 'c'],
    ]);
    expect(track.keystrokes.map(({ key, tab = 0 }) => `${key}${tab}`)).toEqual([
      'a0',
      'b0',
      'x1',
      'y1',
      'c0',
    ]);
    expect(track.textInputs).toMatchObject([{ atMs: 4000, cause: 'autofill', tab: 1 }]);
  });

  test('a pause of both is one gap, which play crosses', () => {
    expect(track.gaps).toEqual([{ reason: 'paused', startsMs: 7000, endsMs: 11_000 }]);
    const rules = {
      durationMs: ms(12_000),
      crossings: planCrossings(track.gaps, true),
      speed: 1,
      loop: undefined,
    };
    let at = ms(6900);
    for (let elapsed = 0; elapsed < 3000; elapsed += 50) at = stepClock(at, 50, rules).at;
    expect(at).toBeGreaterThan(11_000);
  });
});

describe('two tabs in the replay frame', () => {
  let built: ServedBuild;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  const show = (at: number) =>
    page.evaluate(([tab, time]) => harness.show(tab as number, time as never), [
      pageAt(track.pages, ms(at))?.tab ?? 0,
      at,
    ] as const);
  const shown = () => page.evaluate(() => harness.shown());

  beforeAll(async () => {
    built = await serveBuild(resolve('tests/replay'), ['tabs-harness.html']);
    browser = await chromium.launch(browserLaunchOptions());
    page = await browser.newPage();
    errors = hearErrors(page);
    await page.goto(`${built.origin}/tabs-harness.html`);
    await page.waitForFunction('window.harness !== undefined');
    await page.evaluate(([all, start]) => harness.load(all as never, start as number), [
      tabs,
      sketchStart,
    ] as const);
  }, 120_000);

  afterEach(() => expect(errors.splice(0)).toEqual([]));

  afterAll(async () => {
    await browser?.close();
    built?.stop();
  });

  test('each shows its own page, back and forth', async () => {
    for (const [at, title, field] of [
      [1000, 'Desk /', 'ab'],
      [3200, 'Desk /second', 'x'],
      [6100, 'Desk /', 'abc'],
      [4000, 'Desk /second', 'xy'],
      [600, 'Desk /', 'a'],
    ] as const) {
      await show(at);
      expect(await shown()).toMatchObject({ fronts: 1, title, field });
    }
    const failed = (await page.evaluate(() => harness.heard())).filter(
      ({ kind }) => kind === 'failed',
    );
    expect(failed).toEqual([]);
  });

  test('a node is outlined on the page it is on, not on the other', async () => {
    const node = sketchedPage('').idOf('save');
    await show(1000);
    await page.evaluate(
      (id) => harness.tell({ kind: 'highlight', place: { tab: 1, node: id } }),
      node,
    );
    expect((await shown()).outlined).toBe(false);
    await show(3200);
    expect((await shown()).outlined).toBe(true);
  });

  test('a page runs on by the ticks of the clock and by nothing else', async () => {
    await show(2950);
    await page.evaluate(() => harness.run(2960, 3400, 40));
    expect(await shown()).toMatchObject({ fronts: 1, title: 'Desk /second', field: 'x' });
    await page.evaluate(() => harness.run(3400, 3600, 40));
    expect(await shown()).toMatchObject({ field: 'xy' });
  });
});
