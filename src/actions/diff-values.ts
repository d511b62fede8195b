/** How one value of a field became the next: what was taken out and what put in, at one place. */
export interface ValueChange {
  readonly removed: string;
  readonly inserted: string;
}

export function diffValues(before: string, after: string): ValueChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    removed: before.slice(start, before.length - end),
    inserted: after.slice(start, after.length - end),
  };
}

/** True for what a masking recorder leaves of a value: one sign repeated. */
export const isMasked = (value: string): boolean => /^([*•●·])\1*$/.test(value);
