/** A masked recording is of use only while it looks like the page it was made of. */
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserLaunchOptions } from '#tests/browser.ts';
import { serveFolder } from '#tests/demo/serve-folder.ts';
import { bundleScript } from './bundle-script.ts';
import type { BothRecordings, Boxes, Layout } from './layout-page.ts';

declare const layout: Layout;

/** What share of boxes must stay where it was, just under what is reached: in the page, and in the
 * element around it. Text that is a little wider or narrower when masked moves what comes after it. */
const pages = {
  demo: { path: '/demo/?fresh', inPage: 0.95, inParent: 0.95 },
  table: { path: '/layouts/table.html', inPage: 0.85, inParent: 0.75 },
  wizard: { path: '/layouts/wizard.html', inPage: 0.95, inParent: 0.95 },
  dashboard: { path: '/layouts/dashboard.html', inPage: 0.95, inParent: 0.95 },
} as const;

const pixels = 8;
const share = 0.05;

let browser: Browser;
let code: string;
let stop: () => Promise<unknown>;
let origins: { demo: string; layouts: string };

beforeAll(async () => {
  const demo = await serveFolder(resolve('public/demo'), '/demo/');
  const layouts = await serveFolder(resolve('tests/privacy/layouts'), '/layouts/');
  origins = {
    demo: `http://127.0.0.1:${demo.port}`,
    layouts: `http://127.0.0.1:${layouts.port}`,
  };
  stop = () => Promise.all([demo.stop(), layouts.stop()]);
  code = await bundleScript('./layout-page.ts');
  browser = await chromium.launch(browserLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  await stop?.();
});

async function openPage(url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.addScriptTag({ content: code });
  return page;
}

async function recordBoth(url: string): Promise<BothRecordings> {
  const page = await openPage(url);
  await page.evaluate(() => layout.start());
  const add = page.locator('#add');
  if ((await add.count()) > 0) await add.click();
  else await page.locator('a[href], button').first().click();
  await page.waitForTimeout(500);
  const both = await page.evaluate(() => layout.recorded());
  await page.close();
  return both;
}

const isNear = (was: number, is: number) =>
  Math.abs(was - is) <= Math.max(pixels, Math.abs(was) * share);

function shareKept(raw: Boxes['inPage'], masked: Boxes['inPage']): number {
  const ids = Object.keys(raw).map(Number);
  const kept = ids.filter((id) => {
    const is = masked[id];
    return is !== undefined && raw[id]!.every((number, at) => isNear(number, is[at]!));
  });
  expect(ids.length).toBeGreaterThan(20);
  return kept.length / ids.length;
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`;

test.each(Object.entries(pages))('%s keeps its layout', async (name, { path, ...atLeast }) => {
  const origin = name === 'demo' ? origins.demo : origins.layouts;
  const { raw, masked } = await recordBoth(origin + path);
  const stage = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await stage.addScriptTag({ content: code });
  const before = await stage.evaluate((events) => layout.replay(events), raw);
  const after = await stage.evaluate((events) => layout.replay(events), masked);
  await stage.close();
  const inPage = shareKept(before.inPage, after.inPage);
  const inParent = shareKept(before.inParent, after.inParent);
  console.log(
    `${name}: of ${Object.keys(before.inPage).length} boxes ${percent(inPage)} stay where they were ` +
      `in the page, ${percent(inParent)} in the element around them`,
  );
  expect(inPage).toBeGreaterThanOrEqual(atLeast.inPage);
  expect(inParent).toBeGreaterThanOrEqual(atLeast.inParent);
});
