/** The page of the page state test: records restless pages, makes streams up, and holds pages folded
 * from events against rrweb's own fresh replay of the same. */
import { record } from '@rrweb/record';
import { Replayer, type eventWithTime } from 'rrweb';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import {
  eventType,
  incrementalSource,
  mouseInteraction,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';
import { freshRoot, pageOf, settled } from './fresh-replay.ts';
import { asOneSize, lastScrolls } from './last-scrolls.ts';
import { focusedId, printState } from './print-state.ts';
import { RestlessPage } from './restless-page.ts';
import { seededNumbers } from './seeded-numbers.ts';

const rest = (delayMs: number) => new Promise((resolve) => setTimeout(resolve, delayMs));

export interface Moment {
  readonly at: number;
  readonly from?: number;
}

export interface Difference extends Required<Moment> {
  readonly ours: string;
  readonly rrwebs: string;
}

const adapted = { stylesWithHoverClass: new Map<string, string>() };

const steady = ['* { scroll-behavior: auto !important; overflow-anchor: none !important; }'];

/** Chromium leaves a line box away that only got its padding later, so the same page can have two
 * heights, and with them two places to scroll to; laid out at once it has one. */
function layOutAnew(page: Document): void {
  const html = page.documentElement as HTMLElement | null;
  if (html === null) return;
  const style = html.getAttribute('style');
  html.style.setProperty('display', 'none', 'important');
  html.getBoundingClientRect();
  if (style === null) html.removeAttribute('style');
  else html.setAttribute('style', style);
  for (const { contentDocument } of page.querySelectorAll('iframe'))
    if (contentDocument) layOutAnew(contentDocument);
}

/** What rrweb shows of all that came before `at`. */
async function show(events: readonly RecordedEvent[], at: number, isFocusTold: boolean) {
  const known = asOneSize(events, at);
  const root = freshRoot();
  const copy = JSON.parse(JSON.stringify(known)) as eventWithTime[];
  const replayer = new Replayer(copy, {
    root,
    mouseTail: false,
    showWarning: false,
    // Its virtual document is a shortcut that is not exact: play does without.
    useVirtualDom: false,
    insertStyleRules: steady,
  });
  // Adapting the same style sheets again and again would take most of the time.
  Object.assign(replayer, { cache: adapted });
  // Its constructor sets the first page and window size in tasks of their own.
  await settled();
  replayer.pause(at - (known[0]?.timestamp ?? 0));
  await settled();
  layOutAnew(pageOf(root));
  for (const [id, { x, y }] of lastScrolls(known, at)) {
    const node = replayer.getMirror().getNode(id) as Element | Document | null;
    const scroller = node && 'defaultView' in node ? node.defaultView : (node as Element | null);
    scroller?.scrollTo?.({ left: x, top: y, behavior: 'instant' });
  }
  const focused = isFocusTold ? focusedId(pageOf(root), replayer.getMirror()) : 'before';
  const print = printState(pageOf(root), replayer.getMirror());
  const { width, height } = replayer.iframe;
  replayer.destroy();
  root.remove();
  return `${width} x ${height}, focused: ${focused}\n${print}`;
}

/** The page as it was before `from`, as a keyframe, and what came later. */
function fromKeyframe(events: readonly RecordedEvent[], from: number) {
  const page = new Page();
  const later = events.filter(({ timestamp }) => timestamp >= from);
  for (const event of events) if (event.timestamp < from) page.apply(event);
  const keyframe = keyframeOf(page, from - 1);
  return keyframe && [...keyframe, ...later];
}

/** False where the focus came before the last snapshot: a recorder's checkout leaves it where it is,
 * but rrweb builds all anew. */
function tellsFocus(events: readonly RecordedEvent[], at: number): boolean {
  const before = events.filter(({ timestamp }) => timestamp < at);
  const snapshot = before.findLastIndex(({ type }) => type === eventType.fullSnapshot);
  return before.slice(snapshot).some(({ type, data }) => {
    const { source, type: act } = data as { readonly source?: number; readonly type?: number };
    const isAct = type === eventType.incremental && source === incrementalSource.mouseInteraction;
    return isAct && (act === mouseInteraction.focus || act === mouseInteraction.blur);
  });
}

/** From a keyframe made at the moment itself, or earlier when `from` says so. */
async function compare(
  events: readonly RecordedEvent[],
  { at, from = at }: Moment,
): Promise<Difference | undefined> {
  const short = fromKeyframe(events, from);
  if (short === undefined) return undefined;
  // One after the other: only one page can have the focus.
  const isFocusTold = tellsFocus(events, at);
  const ours = await show(short, at, isFocusTold);
  const rrwebs = await show(events, at, isFocusTold);
  return ours === rrwebs ? undefined : { at, from, ours, rrwebs };
}

const harness = {
  /** Some hundred changes, with a snapshot of all taken now and then. */
  async record(seed: number): Promise<unknown[]> {
    const page = new RestlessPage(seededNumbers(seed));
    await rest(100);
    const events: unknown[] = [];
    const stop = record({ emit: (event) => void events.push(event) });
    await rest(50);
    for (let step = 1; step <= 160; step += 1) {
      page.step();
      await rest(step % 6 === 0 ? 15 : 0);
      if (step % 60 !== 0) continue;
      await rest(100);
      record.takeFullSnapshot(true);
      await rest(100);
    }
    stop?.();
    document.body.replaceChildren();
    document.adoptedStyleSheets = [];
    return events;
  },

  async compare(events: RecordedEvent[], moments: readonly Moment[]) {
    const differences: Difference[] = [];
    for (const moment of moments) {
      const difference = await compare(events, moment);
      if (difference !== undefined) differences.push(difference);
    }
    return differences;
  },
};

export type PageStateHarness = typeof harness;

Object.assign(window, { harness });
