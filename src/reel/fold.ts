import type { Cursor } from './cursor.ts';
import type { Footage } from './footage.ts';
import type { KeptPage, KeptPages } from './kept-pages.ts';
import { isBefore, type Position, type TabStrip } from './tab-strip.ts';

/** A page is kept after so many events, some 15 ms of folding. */
const keepEvery = 2_000;
/** The clock is asked once in so many events. */
const glance = 32;

export interface Slice {
  readonly footage: Footage;
  readonly strip: TabStrip;
  readonly kept: KeptPages;
  /** Whether it is time to let others have their turn. */
  readonly isOver: () => boolean;
}

/** Takes a page on to `end`, as far as one slice of time goes. `absent`: the slot at the page's
 * position must be read first. `stopped`: the page can't be shown from there on. */
export function foldOn(
  cursor: Cursor,
  end: Position,
  { footage, strip, kept, isOver }: Slice,
): 'there' | 'on the way' | 'absent' | 'stopped' {
  let applied = 0;
  while (isBefore(cursor.position, end)) {
    const { slot, index } = cursor.position;
    const ref = strip.slots[slot]?.ref;
    const events = ref && footage.chunk(ref)?.events;
    if (events === undefined) return 'absent';
    const event = events[index];
    if (event === undefined) {
      cursor.enter(slot + 1);
      continue;
    }
    cursor.apply(event);
    if (cursor.problem !== undefined) return 'stopped';
    keepIfDue(cursor, event.timestamp, kept);
    applied += 1;
    if (applied % glance === 0 && isOver()) return 'on the way';
  }
  return 'there';
}

export function keepIfDue(cursor: Cursor, timestamp: number, kept: KeptPages): void {
  if (cursor.sinceKept >= keepEvery) keepPage(cursor, timestamp, kept);
}

/** Writes the page down as it stands. Undefined where no page was told yet. */
export function keepPage(cursor: Cursor, timestamp: number, kept: KeptPages): KeptPage | undefined {
  const page = cursor.write(timestamp);
  if (page !== undefined) kept.keep(page);
  return page;
}
