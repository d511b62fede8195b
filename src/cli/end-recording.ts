/** Ends what a gate's pages record, so that nothing they captured is left out: each hands over what it
 * has before the keeper hears of the end. */
import type { BrowserContext } from 'playwright';
import type { Keeper } from '#delivery/keeper.ts';
import type { EventBatch, FromKeeper } from '#delivery/keeper-messages.ts';
import { takeLeftTail } from './left-tail.ts';
import type { PageGate, RecordedTab } from './page-gate.ts';
import { PageLine } from './page-line.ts';

type Serving = Pick<Keeper, 'serve'>;

/** A page that is busy for longer loses its last quarter of a second, as a named gap. */
const pageMs = 2000;
const keeperMs = 5000;

export async function endRecording(
  context: BrowserContext,
  gate: PageGate,
  keeper: Serving,
): Promise<void> {
  const tabs = [...gate.tabs].map(([page, tab]) => ({ tab, isThere: !page.isClosed() }));
  const open = tabs.filter(({ tab, isThere }) => tab.isOpen && isThere).map(({ tab }) => tab);
  // Their pages went without a word: taken up again, they get what was left, or a gap that says so.
  const lost = tabs.filter(({ tab, isThere }) => tab.isOpen && !isThere).map(({ tab }) => tab);
  const speakers: (PageLine | undefined)[] = [];
  for (const tab of lost) {
    const tail = await takeLeftTail(context, gate, tab);
    tab.visit.stop();
    speakers.push(await takeUp(keeper, tab, tail));
  }
  await Promise.all(open.map(stopPage));
  const last = tabs.findLast(({ tab }) => tab.place && !tab.isOpen)?.tab;
  const speaker =
    open[0]?.line ??
    speakers.find((line) => line !== undefined) ??
    (last && (await takeUp(keeper, last)));
  speaker?.say({ kind: 'stop' });
}

/** Resolves when the page has handed over what it had. */
function stopPage(tab: RecordedTab): Promise<void> {
  return within(pageMs, (resolve) => {
    tab.onStop = () => resolve(undefined);
    tab.line.tell({ kind: 'stop please' });
  });
}

/** Speaks for a tab whose page is gone; undefined when the keeper records nothing there any more. */
export function takeUp(
  keeper: Serving,
  { site, place, isOpen }: Pick<RecordedTab, 'site' | 'place' | 'isOpen'>,
  tail?: EventBatch,
): Promise<PageLine | undefined> {
  const isWhole = !isOpen || tail !== undefined;
  return within(keeperMs, (resolve) => {
    const hear = ({ kind }: FromKeeper) => {
      if (kind === 'recording') resolve(line);
      else if (kind === 'ask' || kind === 'refused' || kind === 'ended') resolve(undefined);
      if (kind === 'ended' && isWhole) queueMicrotask(() => line.say({ kind: 'leave' }));
      return false;
    };
    const line = new PageLine(hear);
    keeper.serve(line);
    line.say({ kind: 'join', site, ...(place && { tab: place }), ...(tail && { tail }) });
  });
}

function within<T>(
  ms: number,
  begin: (resolve: (value: T | undefined) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    begin((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
