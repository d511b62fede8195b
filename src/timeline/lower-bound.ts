/** The first index in `from..length` whose value, of values that never fall, is at or above `bound`. */
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
