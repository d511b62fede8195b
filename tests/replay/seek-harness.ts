/** The page of the seek test: our screen beside a fresh replay by rrweb itself. */
import { epochMs, ms } from '#core/time.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import frameCss from '#frame/frame.css?inline';
import { Screen } from '#frame/screen.ts';
import tokensCss from '#ui/tokens.css?inline';
import type { FromScreen } from '#frame/screen-messages.ts';
import { freshPrint, printPage, settled, withoutSource } from './fresh-replay.ts';
import { LittleReel } from './little-reel.ts';

const style = document.createElement('style');
style.textContent = tokensCss + frameCss;
document.head.append(style);

interface Difference {
  readonly ours: string;
  readonly fresh: string;
}

const heard: FromScreen[] = [];
const root = document.createElement('div');
document.body.append(root);
const screen = new Screen(
  root,
  (message) => heard.push(message),
  () => (again += 1),
);

let again = 0;
let events: RecordedEvent[] = [];
let reel: LittleReel;
let startedAt = 0;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextFrame();
}

const failures = () => heard.filter(({ kind }) => kind === 'failed');
const isShown = () =>
  failures().length > 0 ||
  heard.some((message) => message.kind === 'shown' && message.ticket === reel.ticket);

function front(): Document {
  const shown = root.querySelectorAll<HTMLElement>('.buffer.shown');
  if (shown.length !== 1) throw new Error(`${shown.length} pages are seen`);
  return shown[0]!.querySelector('iframe')!.contentDocument!;
}

/** What a half page would have less of. */
const glance = () =>
  `${front().querySelectorAll('*').length} elements, ${front().documentElement.textContent.length} letters`;

const show = (at: number) => {
  for (const message of reel.show(0, ms(at))) screen.takeFromReel(message);
};

async function differ(at: number): Promise<Difference | undefined> {
  await settled();
  const failed = failures()[0];
  const ours = failed ? JSON.stringify(failed) : withoutSource(printPage(front()));
  const fresh = withoutSource(await freshPrint(events, startedAt + at));
  return ours === fresh ? undefined : { ours, fresh };
}

const harness = {
  load(all: RecordedEvent[]): number {
    events = all.sort((a, b) => a.timestamp - b.timestamp);
    startedAt = events[0]!.timestamp;
    screen.take({ kind: 'begin', startedAt: epochMs(startedAt) });
    reel = new LittleReel([events], epochMs(startedAt));
    return events.at(-1)!.timestamp - startedAt;
  },

  /** Nothing where both show the same page at `at`, else both prints. */
  async seek(at: number): Promise<Difference | undefined> {
    show(at);
    await until(isShown);
    return differ(at);
  },

  /** Goes there and from there on by ticks, and by one step at last; compares where it gets to. */
  async run(from: number, ticks: readonly number[], to: number): Promise<Difference | undefined> {
    show(from);
    await until(isShown);
    for (const at of ticks) {
      screen.take({ kind: 'tick', at: ms(at) });
      await nextFrame();
    }
    screen.takeFromReel(reel.advance(ms(to)));
    await until(isShown);
    return differ(to);
  },

  /** Whether it asks for the page again when told to advance to where it was before. */
  async stepBack(from: number, to: number): Promise<boolean> {
    show(from);
    await until(isShown);
    const before = again;
    screen.takeFromReel(reel.advance(ms(to)));
    return again > before;
  },

  /** Wishes come faster than they can be granted; answers each sight that was not a whole page. */
  async hurry(times: readonly number[]): Promise<readonly string[]> {
    const wrong: string[] = [];
    show(times[0] ?? 0);
    await until(isShown);
    let whole = glance();
    let told = heard.length;
    const look = () => {
      if (heard.slice(told).some(({ kind }) => kind === 'shown')) whole = glance();
      told = heard.length;
      const seen = glance();
      if (seen !== whole || front().body === null) wrong.push(`${seen}, not ${whole}`);
    };
    for (const [index, at] of times.entries()) {
      show(at);
      look();
      if (index % 3 === 0) await nextFrame();
      look();
      await new Promise((resolve) => setTimeout(resolve, index % 5));
    }
    await until(isShown);
    look();
    return wrong;
  },

  /** Times, since the start, of page addresses and snapshots: where seeking is hardest. */
  edges: (): number[] =>
    events
      .filter(({ type }) => type === eventType.meta || type === eventType.fullSnapshot)
      .map(({ timestamp }) => timestamp - startedAt),
};

export type SeekHarness = typeof harness;

Object.assign(window, { harness });
