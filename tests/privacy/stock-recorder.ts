/** Plain rrweb on the canary page: the yardstick, with whatever options a test gives it. */
import type { Page } from 'playwright';
import type { CanaryPage } from './canary-page.ts';
import type { Canaries, Canary } from './canaries.ts';
import { actOut } from './canary-acts.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

declare const canaryPage: CanaryPage;
declare const rrwebRecord: { record: (options: object) => () => void };
declare const stock: string[];

/** The strictest that plain rrweb offers. */
export const strictest = {
  maskAllInputs: true,
  maskTextSelector: '*',
  maskInputOptions: { input: true, textarea: true, select: true, password: true },
  slimDOMOptions: 'all',
  recordCanvas: false,
  inlineImages: false,
  collectFonts: false,
};

/** Everything that plain rrweb can tell. */
export const unmasked = {
  maskInputOptions: { password: false },
  recordCanvas: true,
  collectFonts: true,
  userTriggeredOnInput: true,
};

export interface StockRecording {
  readonly events: readonly RecordedEvent[];
  readonly canaries: readonly Canary[];
}

/** Opens the canary page at `address`, with a secret in each part of it, and records all it does. */
export async function recordWithStock(
  page: Page,
  origin: string,
  canaries: Canaries,
  options: object,
): Promise<StockRecording> {
  const [path, query, hash] = ['path', 'query', 'hash'].map((part) =>
    canaries.plant(`${part} of the address`),
  );
  await page.goto(`${origin}/orders/${path}?q=${query}#${hash}`);
  await page.addScriptTag({ url: '/stock.js' });
  await page.evaluate(() => canaryPage.load());
  await page.evaluate((given) => {
    const events: string[] = [];
    Object.assign(window, { stock: events });
    rrwebRecord.record({ ...given, emit: (event: unknown) => events.push(JSON.stringify(event)) });
  }, options);
  await page.evaluate(() => canaryPage.change());
  await actOut(page, canaries);
  await page.waitForTimeout(600);
  const events = await page.evaluate(() => stock);
  const planted = await page.evaluate(() => canaryPage.planted());
  return {
    events: events.map((event) => JSON.parse(event) as RecordedEvent),
    canaries: [...canaries.all, ...planted],
  };
}
