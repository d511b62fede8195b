/** Opens the fuzzed page in a Chromium of its own. */
import { chromium, type Page } from 'playwright';
import { browserLaunchOptions } from '#tests/browser.ts';
import { bundleScript } from './bundle-script.ts';
import type { Fuzz, FuzzRun } from './fuzz-page.ts';
import { html, script, serveSite } from './serve-site.ts';

declare const fuzz: Fuzz;

export interface OpenFuzz {
  readonly page: Page;
  /** Runs `count` cases from seed `from` on; the first that leaks comes with its smallest page. */
  run(from: number, count: number): Promise<FuzzOutcome>;
  close(): Promise<void>;
}

export interface FuzzOutcome extends Omit<FuzzRun, 'seed'> {
  /** What a person needs to find the leak; absent when nothing leaked. */
  readonly failure?: string;
}

const start = html('<!doctype html><title>Orders</title><body></body>');

export async function openFuzz(instead: Readonly<Record<string, string>> = {}): Promise<OpenFuzz> {
  const code = script(await bundleScript('./fuzz-page.ts', instead));
  const site = await serveSite((path) => {
    if (path === '/fuzz.js') return code;
    return path === '/' ? start : undefined;
  });
  const browser = await chromium.launch(browserLaunchOptions());
  const page = await browser.newPage();
  page.on('dialog', (dialog) => dialog.dismiss());
  await page.goto(site.origin);
  await page.addScriptTag({ url: '/fuzz.js' });
  return {
    page,
    async run(from, count) {
      const { seed, ...counts } = await page.evaluate((given) => fuzz.find(...given), [
        from,
        count,
      ] as const);
      return seed === undefined ? counts : { ...counts, failure: await tell(page, seed) };
    },
    async close() {
      await browser.close();
      await site.stop();
    },
  };
}

async function tell(page: Page, seed: number): Promise<string> {
  const { leaks, html, steps } = await page.evaluate((each) => fuzz.shrink(each), seed);
  return `seed ${seed}, steps ${steps.join(', ')}:\n${leaks.join('\n')}\non this page:\n${html}`;
}
