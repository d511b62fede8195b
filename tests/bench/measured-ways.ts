/** The ways the bench's page is watched: by nobody, by plain rrweb, and by the recorder. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { collectBytes } from '#tests/privacy/collecting-server.ts';
import { press, recorderFile, untilState } from '#tests/privacy/recorded-context.ts';
import { html, script, serveSite } from '#tests/privacy/serve-site.ts';
import { benchHtml } from './bench-page.ts';
import { measureMinute, type Cost } from './minute-of-work.ts';

export type Way = 'nobody' | 'plain rrweb' | 'Tasktape';

export interface Round {
  readonly cost: Cost;
  /** Plain rrweb's events as JSON, one each. */
  readonly events: readonly string[];
  /** What the recorder uploaded. */
  readonly uploadedBytes: number;
}

declare const rrwebRecord: { record: (options: object) => void };
declare const plainEvents: unknown[];
declare const Tasktape: { start(options: object): Promise<unknown> };
declare const recording: { stop(): void };

const plainFile = resolve('node_modules/@rrweb/record/dist/record.umd.min.cjs');
/** As the recorder has it, so that both see the same. */
const sampling = { mousemove: 50, scroll: 100, media: 800, input: 'all' };
// tsx marks functions by a call that a page does not know.
const keepClosedRoots = `window.__name = (marked) => marked;
  window.closedRoots = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    closedRoots.push(root);
    return root;
  };`;

export async function runRound(browser: Browser, way: Way): Promise<Round> {
  const site = await serveSite((path) => {
    if (path === '/plain.js') return script(readFileSync(plainFile));
    if (path === '/recorder.js') return script(readFileSync(recorderFile));
    return path.startsWith('/orders') ? html(benchHtml) : undefined;
  });
  const server = await collectBytes({ sites: [site.origin] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.addInitScript(keepClosedRoots);
    const page = await context.newPage();
    await page.goto(`${site.origin}/orders`);
    await prepare(page, way, server.url);
    const cost = await measureMinute(browser, page, () => begin(page, way));
    const events =
      way === 'plain rrweb'
        ? await page.evaluate(() => plainEvents.map((event) => JSON.stringify(event)))
        : [];
    if (way === 'Tasktape') {
      await page.evaluate(() => recording.stop());
      await server.untilCalled('seal_session');
    }
    const uploads = server.sent.filter(
      ({ method, url }) => method === 'POST' && url.includes('/object/recordings/'),
    );
    const uploadedBytes = uploads.reduce((sum, { body }) => sum + body.length, 0);
    return { cost, events, uploadedBytes };
  } finally {
    await context.close();
    await server.stop();
    await site.stop();
  }
}

/** What happens once, before a recording: loading, and asking. */
async function prepare(page: Page, way: Way, url: string): Promise<void> {
  switch (way) {
    case 'nobody':
      return;
    case 'plain rrweb':
      await page.addScriptTag({ url: '/plain.js' });
      return;
    case 'Tasktape':
      await page.addScriptTag({ url: '/recorder.js' });
      await page.evaluate(
        async (options) => {
          Object.assign(window, { recording: await Tasktape.start(options) });
        },
        { url, key: 'sb_publishable_bench', recorderKey: 'tt_rec_bench' },
      );
      await untilState(page, 'asking');
  }
}

async function begin(page: Page, way: Way): Promise<void> {
  switch (way) {
    case 'nobody':
      return;
    case 'plain rrweb':
      await page.evaluate((given) => {
        const events: unknown[] = [];
        Object.assign(window, { plainEvents: events });
        rrwebRecord.record({
          sampling: given,
          userTriggeredOnInput: true,
          emit: (event: unknown) => events.push(event),
        });
      }, sampling);
      return;
    case 'Tasktape':
      await press(page, 'Yes, record');
      await untilState(page, 'recording');
  }
}
