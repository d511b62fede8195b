/** What a press on the lanes becomes once the pointer is dragged. */

export type PressMeaning = 'pan' | 'window' | 'scrub';

/** How close to the playhead's line a press takes hold of it. */
const gripPx = 4;

export function pressMeans(
  press: { readonly button: number; readonly shiftKey: boolean },
  /** How far to the right of the playhead, in px. */
  besidePx: number,
): PressMeaning {
  if (press.button !== 0) return 'pan';
  if (press.shiftKey) return 'window';
  return Math.abs(besidePx) <= gripPx ? 'scrub' : 'pan';
}
