/** Takes the playhead along with the pointer; playing waits until it is let go. */

import { ms } from '#core/time.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import { trackDrag } from './track-drag.ts';

interface Scrub {
  readonly playhead: Playhead;
  /** The time at an `x` of the element, which may lie beyond its ends. */
  readonly timeAt: (x: number) => number;
  /** How far the pointer took hold beside the playhead. */
  readonly grabPx?: number;
  /** Let go where it was pressed. */
  readonly onclick?: () => void;
  /** It is dragged from now on, or no more. */
  readonly ondrag?: (dragging: boolean) => void;
  /** A drag up or down is handed on instead, for as long as it lasts. */
  readonly onupright?: (event: PointerEvent) => void;
}

export function scrubDrag(
  press: PointerEvent,
  origin: Element,
  on: Scrub,
): { readonly stop: () => void } {
  const { playhead, timeAt, grabPx = 0, onclick, ondrag, onupright } = on;
  const before = playhead.at;
  const played = playhead.playing;
  let upright = false;
  const goOn = () => played && playhead.play();
  const seek = (x: number) => playhead.seek(ms(Math.round(timeAt(x - grabPx))));
  return trackDrag(press, origin, {
    upright: onupright !== undefined,
    onstart: ({ x, y }) => {
      upright = onupright !== undefined && Math.abs(y) > Math.abs(x);
      if (!upright) playhead.pause();
      ondrag?.(true);
    },
    onmove: (x, event) => (upright ? onupright?.(event) : seek(x)),
    onend: (_x, dragged) => {
      ondrag?.(false);
      if (!dragged) onclick?.();
      else if (!upright) goOn();
    },
    oncancel: () => {
      ondrag?.(false);
      if (upright) return;
      playhead.seek(before);
      goOn();
    },
  });
}
