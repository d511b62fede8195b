/** How one value of a field became the next: what was taken out and what put in, at one place. */
export interface ValueChange {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

export function diffValues(before: string, after: string): ValueChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (isHighHalf(before, start - 1)) start -= 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (isLowHalf(before, before.length - end)) end -= 1;
  return {
    at: start,
    removed: before.slice(start, before.length - end),
    inserted: after.slice(start, after.length - end),
  };
}

/** A character of two halves is never cut through. */
const isHighHalf = (text: string, at: number): boolean => /[\uD800-\uDBFF]/.test(text[at] ?? '');
const isLowHalf = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text[at] ?? '');

/** True for what a masking recorder leaves of a value: one sign repeated. */
export const isMasked = (value: string): boolean => /^([*•●·])\1*$/.test(value);
