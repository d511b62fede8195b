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
  const begins = new Array<number>(acts.length).fill(0);
  const ends = new Array<number>(acts.length).fill(0);
  for (let length = shortest; length <= longest; length += 1)
    for (const starts of runsOf(acts, length)) {
      const isWholeBefore = differ(starts.map((at) => acts[at - 1]?.sort));
      const isWholeAfter = differ(starts.map((at) => acts[at + length]?.sort));
      for (const at of starts) {
        if (isWholeBefore) begins[at] = Math.max(begins[at]!, starts.length);
        const last = at + length - 1;
        if (isWholeAfter) ends[last] = Math.max(ends[last]!, starts.length);
      }
    }
  return acts.map((_, at) => ({ begins: begins[at]!, ends: ends[at]! }));
}

/** A run whose neighbour is always the same is only part of a longer one. */
const differ = (sorts: readonly (string | undefined)[]) => new Set(sorts).size > 1;

/** Where each run of `length` acts stands that comes more than once, not counting overlaps. */
function runsOf(acts: readonly Act[], length: number): readonly (readonly number[])[] {
  const found = new Map<string, number[]>();
  for (let at = 0; at + length <= acts.length; at += 1) {
    const run = acts.slice(at, at + length).map(({ sort }) => sort);
    if (new Set(run).size === 1) continue;
    const starts = found.get(run.join('\n')) ?? [];
    if (at - (starts.at(-1) ?? -length) >= length) starts.push(at);
    found.set(run.join('\n'), starts);
  }
  return [...found.values()].filter((starts) => starts.length > 1);
}
