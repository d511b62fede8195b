/** Walks what a view touches from left to right, taking together what stands too close to tell apart. */

import { ms, type Span } from '#core/time.ts';
import { lowerBound, rangeIn, type SpanIndex } from './span-index.ts';
import { timeToX, type View } from './time-scale.ts';

export interface Stop<T> {
  readonly item: T;
  /** How many items start in this place; `item` is the first. */
  readonly count: number;
  /** When the last of them starts. */
  readonly lastMs: number;
  readonly x: number;
  readonly endX: number;
  /** Where the next one stands. */
  readonly nextX: number;
}

const crowdPx = 2;
/** Words of a mark that left the view may still reach into it. */
const reachPx = 240;

/** Costs as many steps as there are pixels, not items: crowds are skipped by halving. */
export function walk<T extends Span>(index: SpanIndex<T>, view: View): readonly Stop<T>[] {
  const { items } = index;
  const msPerPx = (view.endsMs - view.startsMs) / view.widthPx;
  const cell = msPerPx * crowdPx;
  const [first, end] = rangeIn(index, {
    startsMs: ms(view.startsMs - reachPx * msPerPx),
    endsMs: view.endsMs,
  });
  const stops: Stop<T>[] = [];
  for (let at = first; at < end;) {
    const item = items[at]!;
    // Cells are cut on the session's axis, so that crowds do not flicker while panning.
    const cellEnds = (Math.floor(item.startsMs / cell) + 1) * cell;
    const next = Math.max(
      at + 1,
      lowerBound(end, (each) => items[each]!.startsMs, cellEnds, at + 1),
    );
    const following = items[next];
    stops.push({
      item,
      count: next - at,
      lastMs: items[next - 1]!.startsMs,
      x: timeToX(view, item.startsMs),
      endX: timeToX(view, item.endsMs),
      nextX: following === undefined ? Infinity : timeToX(view, following.startsMs),
    });
    at = next;
  }
  return stops;
}
