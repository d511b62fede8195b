/** What a wheel or a trackpad means on the time axis: sideways, or with Shift, it moves along; else it
 * zooms, as a pinch does. Whatever it began as it stays until it rests. */

import type { Ms } from '#core/time.ts';
import type { Viewport } from './viewport.svelte.ts';

export type Turn = Pick<
  WheelEvent,
  'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'timeStamp'
>;

type Meaning = 'zoom' | 'move';

/** Browsers that count in lines or pages count a notch as three lines or one page. */
const pxPer = [1, 33, 100] as const;
/** Fingers wander to the side while they zoom, and the system lets the wheel run out for a while. */
const restMs = 180;
const zoomPerPx = { wheel: 0.0035, pinch: 0.01 };
/** A notch of a mouse wheel is far coarser than a trackpad. */
const mostPx = { wheel: 120, pinch: 40 };

export class WheelGesture {
  #meaning: Meaning | undefined;
  #lastMs = -Infinity;

  /** `at` is the time under the pointer, which stays there while zooming. */
  turn(event: Turn, viewport: Viewport, at: Ms): void {
    const unit = pxPer[event.deltaMode] ?? 1;
    const [x, y] = [event.deltaX * unit, event.deltaY * unit];
    // A pinch comes as a wheel with Ctrl.
    const kind = event.ctrlKey || event.metaKey ? 'pinch' : 'wheel';
    if (kind === 'pinch' || event.shiftKey) this.#meaning = kind === 'pinch' ? 'zoom' : 'move';
    else if (this.#meaning === undefined || event.timeStamp - this.#lastMs > restMs)
      this.#meaning = Math.abs(x) > Math.abs(y) ? 'move' : 'zoom';
    this.#lastMs = event.timeStamp;
    if (this.#meaning === 'move')
      return viewport.panBy((event.shiftKey ? x || y : x) * viewport.msPerPx);
    const turned = Math.max(-mostPx[kind], Math.min(mostPx[kind], y));
    viewport.zoomAbout(at, Math.exp(-turned * zoomPerPx[kind]));
  }
}
