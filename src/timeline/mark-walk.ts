/** Walks what a view shows of a lane from left to right. */

import type { Span } from '#core/time.ts';
import { lowerBound } from './lower-bound.ts';
import type { MarkPyramid } from './mark-pyramid.ts';
import { closestPx } from './mark-widths.ts';
import { timeToX, type View } from './time-scale.ts';

/** One place of a lane: an item, or several too close to tell apart. */
export interface Stop<T> {
  /** The first; `last` may be the same. */
  readonly item: T;
  readonly last: T;
  /** The items it holds: from `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
  readonly startsMs: number;
  readonly endsMs: number;
  readonly x: number;
  readonly endX: number;
  /** Where the ones beside it start; infinitely far where there are none. */
  readonly previousX: number;
  readonly nextX: number;
  /** Counts the places of this zoom from the session's start. */
  readonly place: number;
}

/** Drawings that stand about their time reach into the view from this far. */
const reachPx = 24;

export interface Within {
  /** Items of the pyramid to keep to. */
  readonly from: number;
  readonly to: number;
}

/** Costs as many steps as there are places in view, whatever the session holds. As marks end before
 * the next begins, only one that starts before the view can reach into it. */
export function walk<T extends Span>(
  pyramid: MarkPyramid<T>,
  view: View,
  within?: Within,
): readonly Stop<T>[] {
  const { items } = pyramid;
  const msPerPx = (view.endsMs - view.startsMs) / view.widthPx;
  const { first, startsMs, endsMs } = pyramid.levelFor(closestPx * msPerPx);
  const placeOf = (item: number) => lowerBound(startsMs.length, (place) => first[place]!, item);
  const lowest = within ? placeOf(within.from) : 0;
  const highest = within ? placeOf(within.to) : startsMs.length;
  const leftMs = view.startsMs - reachPx * msPerPx;
  const rightMs = view.endsMs + reachPx * msPerPx;
  const begins = lowerBound(highest, (place) => startsMs[place]!, leftMs, lowest) - 1;
  const stops: Stop<T>[] = [];
  for (let place = Math.max(lowest, begins); place < highest; place += 1) {
    const start = startsMs[place]!;
    if (start > rightMs) break;
    const from = first[place]!;
    const to = first[place + 1]!;
    stops.push({
      item: items[from]!,
      last: items[to - 1]!,
      from,
      to,
      startsMs: start,
      endsMs: endsMs[place]!,
      x: timeToX(view, start),
      endX: timeToX(view, endsMs[place]!),
      previousX: place > lowest ? timeToX(view, startsMs[place - 1]!) : -Infinity,
      nextX: place + 1 < highest ? timeToX(view, startsMs[place + 1]!) : Infinity,
      place,
    });
  }
  return stops;
}
