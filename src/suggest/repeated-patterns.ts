/** The same flow again: runs of acts that come more than once, by the sort of each act. */

import type { Act } from './act.ts';

export interface Place {
  /** How many times a run that begins at this act comes. */
  readonly begins: number;
  /** How many times a run that ends with it comes. */
  readonly ends: number;
}

const shortest = 3;
const longest = 6;

export function repeatedPatterns(acts: readonly Act[]): readonly Place[] {
  const sorts = numbered(acts);
  const begins = new Array<number>(acts.length).fill(0);
  const ends = new Array<number>(acts.length).fill(0);
  for (let length = shortest; length <= longest; length += 1)
    for (const starts of runsOf(sorts, length)) {
      const isWholeBefore = differ(starts.map((at) => sorts[at - 1]));
      const isWholeAfter = differ(starts.map((at) => sorts[at + length]));
      for (const at of starts) {
        if (isWholeBefore) begins[at] = Math.max(begins[at]!, starts.length);
        const last = at + length - 1;
        if (isWholeAfter) ends[last] = Math.max(ends[last]!, starts.length);
      }
    }
  return acts.map((_, at) => ({ begins: begins[at]!, ends: ends[at]! }));
}

/** Sorts as numbers: they are compared many times. */
function numbered(acts: readonly Act[]): readonly number[] {
  const known = new Map<string, number>();
  return acts.map(({ sort }) => {
    const number = known.get(sort) ?? known.size;
    known.set(sort, number);
    return number;
  });
}

/** A run whose neighbour is always the same is only part of a longer one. */
const differ = (sorts: readonly (number | undefined)[]) => new Set(sorts).size > 1;

/** Where each run of `length` acts stands that comes more than once, not counting overlaps. */
function runsOf(sorts: readonly number[], length: number): readonly (readonly number[])[] {
  const found = new Map<string, number[]>();
  for (let at = 0; at + length <= sorts.length; at += 1) {
    const run = sorts.slice(at, at + length);
    if (run.every((sort) => sort === run[0])) continue;
    const name = run.join(' ');
    const starts = found.get(name);
    if (starts === undefined) found.set(name, [at]);
    else if (at - starts.at(-1)! >= length) starts.push(at);
  }
  return [...found.values()].filter((starts) => starts.length > 1);
}
