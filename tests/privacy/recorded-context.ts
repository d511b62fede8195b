/** A browser in which the built recorder runs against a collecting server. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import type { CapturePolicy } from '#core/capture-policy.ts';
import { collectBytes, type Collected } from './collecting-server.ts';
import { watchLeavingBytes, type LeavingBytes } from './leaving-bytes.ts';

/** What the built recorder puts on a page, as far as these tests use it. */
interface Recording {
  readonly state: { readonly kind: string };
  pause(): void;
  stop(): void;
  withdraw(): void;
}
declare const Tasktape: { start(options: object): Promise<Recording> };
declare const closedRoots: ShadowRoot[];
declare const recording: Recording;

interface Options {
  readonly site: string;
  readonly policy?: Partial<CapturePolicy>;
  /** The sites on the project's list; only this one where absent. */
  readonly sites?: readonly string[];
  readonly refuse?: { readonly status: number; readonly message: string };
}

export const recorderFile = resolve('dist/recorder/recorder.iife.js');

export class RecordedContext {
  readonly context: BrowserContext;
  readonly server: Collected;
  readonly leaving: LeavingBytes;
  /** What the recorder said on the page's console. */
  readonly said: string[] = [];

  private constructor(context: BrowserContext, server: Collected, leaving: LeavingBytes) {
    this.context = context;
    this.server = server;
    this.leaving = leaving;
    context.on('console', (message) => {
      if (/tasktape/i.test(message.text())) this.said.push(message.text());
    });
  }

  static async open(browser: Browser, options: Options): Promise<RecordedContext> {
    if (!existsSync(recorderFile))
      throw new Error('The recorder is not built yet. Run “npm run build”.');
    const { site, policy, sites = [site], refuse } = options;
    const server = await collectBytes({ sites, policy, refuse });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      // Other browsers know no such permission, and need none here.
      permissions: isChromium(browser) ? ['clipboard-read', 'clipboard-write'] : [],
    });
    return new RecordedContext(context, server, await watchLeavingBytes(context, site));
  }

  /** Starts the recorder in a page that has loaded; `recording` is then on its window. */
  async start(page: Page, more: { again?: boolean } = {}): Promise<void> {
    await page.addScriptTag({ url: '/recorder.js' });
    const key = 'sb_publishable_canary';
    const options = { url: this.server.url, key, recorderKey: 'tt_rec_canary', ...more };
    await page.evaluate(async (given) => {
      Object.assign(window, { recording: await Tasktape.start(given) });
    }, options);
  }

  /** Says yes to everything in the recorder's own dialog, and waits until it records. */
  async agree(page: Page): Promise<void> {
    await untilState(page, 'asking');
    await press(page, 'Yes, record');
    await untilState(page, 'recording');
  }

  /** Stops, and waits until all is delivered. */
  async finish(page: Page): Promise<void> {
    await untilState(page, 'recording');
    await page.evaluate(() => recording.stop());
    await this.server.untilCalled('seal_session');
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.stop();
  }
}

const isChromium = (browser: Browser) => browser.browserType().name() === 'chromium';

export async function untilState(page: Page, kind: string): Promise<void> {
  try {
    await page.waitForFunction((wanted) => recording.state.kind === wanted, kind);
  } catch (cause) {
    const state = await page.evaluate(() => JSON.stringify(recording.state));
    throw new Error(`The recorder is not ${kind}, but ${state}.`, { cause });
  }
}

/** Presses a button of the recorder's own, behind its closed shadow root, by its first words. */
export async function press(page: Page, words: string): Promise<void> {
  await page.evaluate((label) => {
    const roots = closedRoots.filter((root) => root.host.localName.startsWith('tasktape'));
    for (const root of roots)
      for (const box of root.querySelectorAll('input')) if (!box.checked) box.click();
    const buttons = roots.flatMap((root) => [...root.querySelectorAll('button')]);
    const button = buttons.find((each) => each.textContent.startsWith(label));
    if (!button)
      throw new Error(`no button “${label}”: ${buttons.map((each) => each.textContent).join()}`);
    button.click();
  }, words);
}
