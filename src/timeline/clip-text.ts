/** Cuts a text to the room there is. */

export type MeasureText = (text: string) => number;

/** The text, or as much as fits with `…` at its end; nothing when not even a few letters fit. */
export function clipText(text: string, roomPx: number, measure: MeasureText): string {
  if (roomPx <= 0 || text === '') return '';
  if (measure(text) <= roomPx) return text;
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (measure(`${text.slice(0, middle)}…`) <= roomPx) low = middle;
    else high = middle - 1;
  }
  return low < 2 ? '' : `${text.slice(0, low).trimEnd()}…`;
}
