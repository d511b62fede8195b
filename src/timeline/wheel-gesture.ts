/** What a wheel or a trackpad means on the time axis: with ctrl or ⌘ (or a pinch) zoom, else pan. */

import type { Ms } from '#core/time.ts';
import type { Viewport } from './viewport.svelte.ts';

const lineHeightPx = 16;
const zoomPerPx = 0.01;
/** A notch of a mouse wheel is far coarser than a pinch. */
const mostZoomPx = 40;

/** `at` is the time under the pointer, which stays there. */
export function turnWheel(event: WheelEvent, viewport: Viewport, at: Ms): void {
  event.preventDefault();
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : lineHeightPx;
  if (event.ctrlKey || event.metaKey) {
    const turned = Math.max(-mostZoomPx, Math.min(mostZoomPx, event.deltaY * unit));
    viewport.zoomAbout(at, Math.exp(-turned * zoomPerPx));
  } else {
    viewport.panBy((event.deltaX + event.deltaY) * unit * viewport.msPerPx);
  }
}
