/**
 * How wide a mark may be. It begins at its time and ends at its end, with three allowances:
 * it is never narrower than a stroke; one that has no length to speak of (a lone key, a shortcut, a
 * paste, a drawing of an action) is as wide as its sign where its neighbours leave room; and it always
 * ends before the next one begins. What starts closer together than two strokes is one mark.
 */

/** The narrowest mark. */
export const strokePx = 2;
/** Between one mark and the next. */
export const seamPx = 1;
/** Marks start at least this far apart, or are one. */
export const closestPx = strokePx + seamPx;
/** A key cap with one letter. */
export const capPx = 18;
/** From here on a mark is a box; below it is a stroke. */
export const boxPx = 6;

/** Where a mark that starts at `x` ends: at its own end, as wide as `leastPx` if there is room. */
export function endOf(x: number, endX: number, nextX: number, leastPx = strokePx): number {
  const room = Math.max(x + strokePx, nextX - seamPx);
  return Math.min(room, Math.max(endX, x + leastPx));
}
