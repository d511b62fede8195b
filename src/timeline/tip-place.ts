/** Where the tip of what is pointed at stands: near the pointer, over none of what tells the time. */

export interface TipRoom {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where the lanes begin, under the ruler. */
  readonly fromPx: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const marginPx = 8;
const awayPx = 14;

/** Above the pointer; under it where the ruler is in the way; beside it where neither has room. */
export function placeTip(
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  { width, height }: Size,
  { widthPx, heightPx, fromPx }: TipRoom,
): { readonly left: number; readonly top: number } {
  const least = Math.max(marginPx, fromPx);
  const mostLeft = widthPx - width - marginPx;
  const mostTop = heightPx - height - marginPx;
  const left = Math.max(marginPx, Math.min(mostLeft, clientX - width / 2));
  const above = clientY - height - awayPx;
  if (above >= least) return { left, top: above };
  const under = clientY + 2 * awayPx;
  if (under <= mostTop) return { left, top: under };
  const after = clientX + awayPx;
  const beside = after <= mostLeft ? after : clientX - awayPx - width;
  return { left: Math.max(marginPx, beside), top: Math.max(least, mostTop) };
}
