/** Works the desk in a browser whose clock is ours, so that minutes pass in seconds, and keeps what
 * rrweb records. The work ends where it began: on a fresh list of orders. */
import { chromium, type Page } from 'playwright';
import { browserLaunchOptions } from '#tests/browser.ts';
import { bundleRecorder } from '#tests/demo/bundle-recorder.ts';
import { DeskClerk } from '#tests/demo/desk-clerk.ts';
import { deskOrigin } from '#tests/demo/desk-origin.ts';
import { SeededRandom } from '#tests/demo/seeded-random.ts';
import { correctAnAddress } from '#tests/demo/stories/correct-an-address.ts';
import { placeAnOrder } from '#tests/demo/stories/place-an-order.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { serveDesk } from './replay-desk.ts';

declare const deskPulse: { go(): void; stop(): void };
declare const startTheDayAgain: () => void;

export interface RecordedDay {
  /** From the first snapshot until the list of orders stands there fresh. */
  readonly opening: readonly RecordedEvent[];
  /** From there through a day's work to a fresh list again. */
  readonly day: readonly RecordedEvent[];
}

const startsAt = Date.UTC(2026, 10, 20, 9);
/** Of a person's pace: this clerk is quick, for the sessions to be dense. */
const pace = 0.3;
const fullSnapshot = 2;
const meta = 4;

export async function recordDay(seed: number): Promise<RecordedDay> {
  const site = await serveDesk();
  const { args = [], ...launch } = browserLaunchOptions();
  const rule = `--host-resolver-rules=MAP ${new URL(deskOrigin).host} ${new URL(site.origin).host}`;
  const browser = await chromium.launch({ ...launch, args: [...args, rule] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const events: RecordedEvent[] = [];
    await page.clock.install({ time: startsAt });
    await page.exposeFunction('keepRecordedEvent', (event: string) => {
      events.push(JSON.parse(event) as RecordedEvent);
    });
    await page.addInitScript(await bundleRecorder());
    await page.goto(`${deskOrigin}/demo/?fresh`);
    await page.clock.pauseAt(startsAt + 60_000);
    await startAgain(page);
    const opened = events.length;
    await work(page, seed);
    await startAgain(page);
    return withoutCheckouts(events, opened);
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function work(page: Page, seed: number): Promise<void> {
  const wait = (ms: number) => page.clock.runFor(Math.max(1, Math.round(ms)));
  const clerk = new DeskClerk(page, new SeededRandom(seed), pace, wait);
  await page.evaluate(() => deskPulse.go());
  await lookThrough(clerk);
  await correctAnAddress.work(clerk);
  await startAgain(page);
  await page.evaluate(() => deskPulse.go());
  await placeAnOrder.work(clerk);
}

/** Scrolls, filters and sorts the long table. */
async function lookThrough(clerk: DeskClerk): Promise<void> {
  await clerk.read(1500);
  await clerk.scroll(900);
  await clerk.read(900);
  await clerk.scroll(-900);
  for (const name of [/^Overdue/, /^Picking/, /^All/]) {
    await clerk.click(clerk.page.getByRole('button', { name }));
    await clerk.read(1200);
  }
  await clerk.click(clerk.button('Total'));
  await clerk.read(1500);
  await clerk.press('?');
  await clerk.read(1200);
  await clerk.press('Escape');
}

/** Waits until nothing more is on its way, so that the page stands as it is told. */
async function startAgain(page: Page): Promise<void> {
  await page.clock.runFor(6000);
  await page.evaluate(() => {
    deskPulse.stop();
    startTheDayAgain();
    // So that where the focus is gets told.
    (document.activeElement as HTMLElement | null)?.blur();
    history.replaceState(null, '', '#/orders');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  for (let round = 0; round < 3; round += 1) {
    await page.waitForTimeout(150);
    await page.clock.runFor(600);
  }
  await page.waitForTimeout(150);
}

/** The hard case: nothing but the first snapshot. Ids live through later ones, so they may go. */
function withoutCheckouts(events: readonly RecordedEvent[], opened: number): RecordedDay {
  const first = events.findIndex(({ type }) => type === fullSnapshot);
  const stays = ({ type }: RecordedEvent, index: number) =>
    index <= first || (type !== fullSnapshot && type !== meta);
  const kept = (from: number, to: number) =>
    events.slice(from, to).filter((event, index) => stays(event, from + index));
  return { opening: kept(0, opened), day: kept(opened, events.length) };
}
