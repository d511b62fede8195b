/** What the recorder promises of sites, of its sign, and of taking back, against its built form. */
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordingPlugin } from '#core/plugin-events.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { browserLaunchOptions } from '#tests/browser.ts';
import { readKept } from './kept-by-page.ts';
import { press, RecordedContext, recorderFile, untilState } from './recorded-context.ts';
import { html, script, serveSite, type Site } from './serve-site.ts';

const page = html(`<!doctype html><html lang="en"><title>Orders</title><body>
  <h1>Orders</h1><input id="search"><div id="log"></div></body></html>`);

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite((path) => {
    if (path === '/recorder.js') return script(readFileSync(recorderFile));
    return path === '/orders' ? page : undefined;
  });
  browser = await chromium.launch(browserLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function openPage(recorded: RecordedContext): Promise<Page> {
  const page = await recorded.context.newPage();
  await page.goto(`${site.origin}/orders`);
  await recorded.start(page);
  return page;
}

/** The page changes for a while: the time of its last change. */
const keepChanging = (page: Page, forMs: number) =>
  page.evaluate(async (until) => {
    const end = Date.now() + until;
    while (Date.now() < end) {
      document.querySelector('#log')!.textContent = `Order ${Date.now()}`;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, forMs);

const offTheList = {
  'that the server refuses': { refuse: { status: 403, message: 'This site is not on the list.' } },
  'that is not among the sites of the terms': { sites: ['https://desk.example'] },
};

test.each(Object.entries(offTheList))('a site %s emits nothing', async (_, options) => {
  const recorded = await RecordedContext.open(browser, { site: site.origin, ...options });
  const page = await openPage(recorded);
  await untilState(page, 'refused');
  await page.fill('#search', 'typed here');
  await keepChanging(page, 500);
  expect(recorded.server.called()).toEqual(['recorder_terms']);
  expect(recorded.said.join('\n')).toContain('Tasktape');
  expect((await readKept(page)).filter((kept) => /"timestamp"|journal|queue/.test(kept))).toEqual(
    [],
  );
  await recorded.close();
});

const harms = {
  removed: () => document.querySelector('tasktape-sign')!.remove(),
  'covered for good': () => {
    const cover = document.createElement('dialog');
    cover.style.cssText =
      'width: 100vw; height: 100vh; max-width: none; max-height: none; border: 0';
    document.body.append(cover);
    setInterval(() => {
      cover.close();
      cover.showModal();
    }, 20);
  },
};

const isPause = ({ data }: RecordedEvent) => {
  const { plugin, payload } = data as { plugin?: string; payload?: { act?: string } };
  return plugin === recordingPlugin && payload?.act === 'pause';
};

test.each(Object.entries(harms))(
  'with its sign %s there are no events from a second later on',
  async (_, harm) => {
    const recorded = await RecordedContext.open(browser, { site: site.origin });
    const page = await openPage(recorded);
    await recorded.agree(page);
    const harmedAt = await page.evaluate(() => Date.now());
    await page.evaluate(harm);
    await keepChanging(page, 2500);
    await untilState(page, 'paused');
    await page.evaluate('recording.stop()');
    await recorded.server.untilCalled('seal_session');
    const events = recorded.server.events();
    const paused = events.find(isPause);
    expect(paused).toBeDefined();
    const late = events.filter(
      ({ timestamp }) => timestamp > paused!.timestamp || timestamp > harmedAt + 1000,
    );
    expect(
      late.filter((event) => (event.data as { plugin?: string }).plugin !== recordingPlugin),
    ).toEqual([]);
    await recorded.close();
  },
);

test('withdrawing empties the queue and stops the other tab, and tells the server', async () => {
  const recorded = await RecordedContext.open(browser, { site: site.origin });
  const page = await openPage(recorded);
  await recorded.agree(page);
  const other = await openPage(recorded);
  await untilState(other, 'recording');
  await other.fill('#search', 'typed in the other tab');
  await page.bringToFront();
  await page.evaluate(() => document.querySelector('#log')!.append('one more'));
  await page.evaluate('recording.withdraw()');
  await untilState(other, 'ended');
  await untilState(page, 'ended');
  const left = (await readKept(page)).filter((kept) =>
    /\/(journal|queue|recording|live)/.test(kept),
  );
  expect(left).toEqual([]);
  await recorded.server.untilCalled('withdraw_recorded');
  const before = recorded.server.events().length + recorded.server.events(1).length;
  await keepChanging(other, 500);
  expect(recorded.server.events().length + recorded.server.events(1).length).toBe(before);
  await recorded.close();
});

test('one click pauses every tab, and a page loaded later stays paused', async () => {
  const recorded = await RecordedContext.open(browser, { site: site.origin });
  const page = await openPage(recorded);
  await recorded.agree(page);
  const other = await openPage(recorded);
  await untilState(other, 'recording');
  await press(page, 'Pause');
  await untilState(page, 'paused');
  await untilState(other, 'paused');
  await other.reload();
  await recorded.start(other);
  await untilState(other, 'paused');
  await recorded.close();
});
