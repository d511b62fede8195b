/** One run of `tasktape record`: from opening the browser to a session that is delivered, or that waits
 * on this machine. */
import type { Page } from 'playwright';
import type { Purpose } from '#core/consent.ts';
import { Keeper } from '#delivery/keeper.ts';
import { deliver, type Undelivered } from './deliver.ts';
import { endRecording } from './end-recording.ts';
import { PageGate } from './page-gate.ts';
import { progressLine } from './progress-line.ts';
import { recordPages } from './record-pages.ts';
import { openBrowser, type RecordedBrowser } from './recorded-browser.ts';
import { openRecorderShelf, type RecorderFolder } from './recorder-folder.ts';
import { RecordingNews } from './recording-news.ts';
import type { RecordingScript } from './recording-script.ts';

export interface RecordingPlan {
  readonly address: string;
  readonly sites: readonly string[];
  readonly folder: RecorderFolder;
  readonly headless: boolean;
  readonly profile?: string;
  readonly script?: RecordingScript;
  /** Stands for a person's answer. */
  readonly consent?: readonly Purpose[];
  readonly forMs?: number;
  readonly say: (sentence: string) => void;
  /** Aborted: stop in good order. */
  readonly stop: AbortSignal;
  /** Aborted: don't wait for the server. */
  readonly hurry: AbortSignal;
}

export interface Recorded {
  readonly news: RecordingNews;
  readonly undelivered?: Undelivered;
  /** What the script threw. */
  readonly scriptError?: unknown;
}

export async function recordSite(plan: RecordingPlan): Promise<Recorded> {
  const { settings } = plan.folder;
  const shelf = await openRecorderShelf(plan.folder);
  const keeper = new Keeper({ settings, shelf });
  try {
    const news = new RecordingNews(plan.say);
    const scriptError = await watch(plan, keeper, news);
    const undelivered = await deliver({
      keeper,
      shelf,
      settings,
      progress: progressLine(),
      signal: plan.hurry,
    });
    return { news, undelivered, scriptError };
  } finally {
    keeper.stop();
    await shelf.close();
  }
}

/** Answers what the script threw. */
async function watch(plan: RecordingPlan, keeper: Keeper, news: RecordingNews): Promise<unknown> {
  const { sites, consent, headless, profile, say } = plan;
  const gate = new PageGate({ keeper, sites, consent, news });
  const browser = await openBrowser({ headless, profile, say });
  try {
    await recordPages(browser.context, gate, sites, news);
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    const scriptError = await Promise.race([
      use(page, browser, plan, news),
      browser.closed,
      aborted(plan.stop),
      elapsed(plan.forMs),
    ]);
    news.stopping();
    await endRecording(browser.context, gate, keeper);
    return scriptError;
  } finally {
    await browser.close();
  }
}

/** Ends when the script does; without one, never. */
async function use(
  page: Page,
  { context, closed }: RecordedBrowser,
  { address, script }: RecordingPlan,
  news: RecordingNews,
): Promise<unknown> {
  try {
    await page.goto(address, { waitUntil: 'commit' });
    if (!script) return await new Promise<never>(() => undefined);
    await Promise.race([news.decided, closed]);
    await script(page, context);
    return undefined;
  } catch (error) {
    if (script) return error;
    // The browser shows the person what is wrong with the address.
    return new Promise<never>(() => undefined);
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const elapsed = (ms: number | undefined) =>
  new Promise<void>((resolve) => {
    if (ms !== undefined) setTimeout(resolve, ms).unref();
  });
