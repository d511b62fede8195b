/** One visit of one side: a browser context of its own in which a session is opened and sought
 * through, and what that cost. */
import type { Browser, Frame, Page } from 'playwright';
import { SeededRandom } from '#tests/demo/seeded-random.ts';
import { heapOf } from './replay-heap.ts';
import { plain, withoutScroll, type Judged } from './replay-judge.ts';
import type { ReplayServer } from './replay-server.ts';
import type { BenchSession } from './replay-sessions.ts';
import type { ReplaySide } from './replay-side.ts';

declare const side: ReplaySide;
declare const print: () => string;

export type Side = 'ours' | 'player';

export interface Effort {
  /** Places gone to at random; every page is compared. */
  readonly places: number;
  /** Of them, those from which it goes a second back, and on again. */
  readonly steps: number;
  /** Seeks in all before the heap is looked at, and half of them before it was the first time. */
  readonly seeks: number;
  readonly playMs: number;
}

export interface Visit {
  /** From opening a session in a page whose scripts are there, as from a list. */
  readonly firstFrameMs: number;
  /** From navigating to the session's own address, with nothing in the browser's cache. */
  readonly coldFirstFrameMs: number;
  /** Until that first page, scripts included. */
  readonly firstBytes: number;
  readonly randomMs: readonly number[];
  readonly backMs: readonly number[];
  readonly onMs: readonly number[];
  /** For each page compared: all as it should be, and all but where things are scrolled to. */
  readonly exact: readonly boolean[];
  readonly exactDom: readonly boolean[];
  readonly heapBytes: number;
  readonly heapGrowth: number;
  readonly frameMs: readonly number[];
  readonly problems: readonly string[];
}

export interface VisitOf {
  readonly browser: Browser;
  readonly server: ReplayServer;
  readonly side: Side;
  readonly session: BenchSession;
  readonly index: number;
  readonly judged: Judged;
  /** Prints the page in a frame that is not the bench's own. */
  readonly printScript: string;
}

const addressOf = ({ server, side: which, index }: VisitOf): string =>
  `${server.origin}/bench/replay-${which}.html?session=/session/${index}&replay=${encodeURIComponent(server.frameAddress)}`;

async function coldVisit(of: VisitOf): Promise<Pick<Visit, 'coldFirstFrameMs' | 'firstBytes'>> {
  const context = await of.browser.newContext({ viewport: { width: 1400, height: 900 } });
  try {
    const page = await context.newPage();
    const before = of.server.sentBytes();
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        Object.assign(window, { opened: side.open() });
      }),
    );
    await page.goto(addressOf(of));
    const coldFirstFrameMs = (await page.evaluate('opened')) as number;
    return { coldFirstFrameMs, firstBytes: of.server.sentBytes() - before };
  } finally {
    await context.close();
  }
}

export async function visit(of: VisitOf, effort: Effort): Promise<Visit> {
  const { browser, session } = of;
  const cold = await coldVisit(of);
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  try {
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(addressOf(of));
    await page.waitForFunction('window.side !== undefined');
    await page.evaluate(() => side.ready());
    const firstFrameMs = await page.evaluate(async () => {
      const began = performance.now();
      return (await side.open()) - began;
    });
    const seek = (atMs: number) => page.evaluate((at) => side.seek(at), Math.max(1, atMs));
    const randomMs: number[] = [];
    const backMs: number[] = [];
    const onMs: number[] = [];
    const right: string[] = [];
    const pages: string[] = [];
    const see = async (moment: number, times: number[]) => {
      times.push(await seek(session.moments[moment]!.atMs));
      pages.push(plain(await printOf(page, of)));
      right.push(of.judged.prints[moment]!);
    };
    for (let place = 0; place < effort.places; place += 1) {
      await see(place * 2, randomMs);
      if (place >= effort.steps) continue;
      await see(place * 2 + 1, backMs);
      await see(place * 2, onMs);
    }
    const halfway = await manySeeks(page, session, seek, effort.seeks / 2, 1);
    const heapBytes = await manySeeks(page, session, seek, effort.seeks / 2, 2);
    const frameMs = await page.evaluate(([from, ms]) => side.play(from, 4, ms), [
      session.durationMs / 3,
      effort.playMs,
    ] as const);
    return {
      firstFrameMs,
      ...cold,
      randomMs,
      backMs,
      onMs,
      exact: pages.map((shown, at) => shown === right[at]),
      exactDom: pages.map((shown, at) => withoutScroll(shown) === withoutScroll(right[at]!)),
      heapBytes,
      heapGrowth: heapBytes / halfway,
      frameMs: [...frameMs],
      problems,
    };
  } finally {
    await context.close();
  }
}

async function manySeeks(
  page: Page,
  session: BenchSession,
  seek: (atMs: number) => Promise<number>,
  count: number,
  seed: number,
): Promise<number> {
  const random = new SeededRandom(seed);
  for (let left = count; left > 0; left -= 1) await seek(random.next() * session.durationMs);
  return heapOf(page);
}

async function printOf(page: Page, { side: of, printScript }: VisitOf): Promise<string> {
  if (of === 'player') return page.evaluate(() => print());
  const frame = page.frames().find((each) => each.url().includes('/frame/replay.html')) as Frame;
  if (!(await frame.evaluate('"pagePrint" in window'))) await frame.evaluate(printScript);
  return frame.evaluate('pagePrint.printFront()');
}
