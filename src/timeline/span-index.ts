/** Spans sorted once, so that what a view touches is found by halving and not by looking at all. */

import type { Span } from '#core/time.ts';

export interface SpanIndex<T extends Span> {
  readonly items: readonly T[];
  /** The latest end among the items up to each: sorted even where spans overlap. */
  readonly latestEnds: Float64Array;
}

export function indexSpans<T extends Span>(spans: readonly T[]): SpanIndex<T> {
  const items = [...spans].sort((a, b) => a.startsMs - b.startsMs);
  const latestEnds = new Float64Array(items.length);
  let latest = -Infinity;
  for (const [index, item] of items.entries()) {
    latest = Math.max(latest, item.endsMs);
    latestEnds[index] = latest;
  }
  return { items, latestEnds };
}

/** The half-open range of items that may touch `span`; outside it none does. */
export function rangeIn({ items, latestEnds }: SpanIndex<Span>, span: Span): [number, number] {
  const first = lowerBound(items.length, (index) => latestEnds[index]!, span.startsMs);
  const end = lowerBound(
    items.length,
    (index) => items[index]!.startsMs,
    span.endsMs + 1e-9,
    first,
  );
  return [first, end];
}

/** The first index in `from..length` whose sorted value is at or above `bound`. */
export function lowerBound(
  length: number,
  valueAt: (index: number) => number,
  bound: number,
  from = 0,
): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
