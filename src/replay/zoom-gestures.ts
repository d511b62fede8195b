import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Zoom } from './zoom.svelte.ts';

interface Spot {
  readonly clientX: number;
  readonly clientY: number;
}

/** How much a wheel's px zoom, by the exponential: a notch is a quarter. */
const wheelRate = 0.0022;

/** Zooms what is in the element about the pointer by pinch and ctrl+wheel, about its middle by keys,
 * and pans by drag. `sheet` is what grows. */
export function zoomGestures(
  zoom: Zoom,
  sheet: () => HTMLElement | undefined,
): Attachment<HTMLElement> {
  return (view) => {
    const stop = new AbortController();
    const { signal } = stop;
    const fingers = new Map<number, PointerEvent>();

    const about = ({ clientX, clientY }: Spot, change: () => void) => {
      const before = sheet()?.getBoundingClientRect();
      flushSync(change);
      const after = sheet()?.getBoundingClientRect();
      if (before === undefined || after === undefined) return;
      const x = (clientX - before.left) / before.width;
      const y = (clientY - before.top) / before.height;
      view.scrollBy({
        left: after.left + x * after.width - clientX,
        top: after.top + y * after.height - clientY,
        behavior: 'instant',
      });
    };
    const middle = (): Spot => {
      const { left, top, width, height } = view.getBoundingClientRect();
      return { clientX: left + width / 2, clientY: top + height / 2 };
    };
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => zoom.step(1),
      '=': () => zoom.step(1),
      '-': () => zoom.step(-1),
      _: () => zoom.step(-1),
      '0': () => zoom.fit(),
      '1': () => zoom.to(1),
    };

    const onwheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
      // A pinch on a trackpad comes as small steps of a wheel.
      const rate = Math.abs(px) < 40 ? wheelRate * 4 : wheelRate;
      about(event, () => zoom.to(zoom.scale * Math.exp(-px * rate)));
    };
    const onkeydown = (event: KeyboardEvent) => {
      const act = event.target === view ? keys[event.key] : undefined;
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      about(middle(), act);
    };
    const onpointerdown = (event: PointerEvent) => {
      fingers.set(event.pointerId, event);
      if (event.pointerType === 'mouse') view.setPointerCapture(event.pointerId);
    };
    const onpointermove = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      if (before === undefined) return;
      fingers.set(event.pointerId, event);
      const other = [...fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
      if (other !== undefined) {
        const grows = apart(event, other) / Math.max(1, apart(before, other));
        about(between(event, other), () => zoom.to(zoom.scale * grows));
      } else if (event.pointerType === 'mouse')
        view.scrollBy(before.clientX - event.clientX, before.clientY - event.clientY);
    };
    const onpointerup = (event: PointerEvent) => void fingers.delete(event.pointerId);

    view.addEventListener('wheel', onwheel, { passive: false, signal });
    view.addEventListener('keydown', onkeydown, { signal });
    view.addEventListener('pointerdown', onpointerdown, { signal });
    view.addEventListener('pointermove', onpointermove, { signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      view.addEventListener(end, onpointerup, { signal });
    return () => stop.abort();
  };
}

const apart = (one: Spot, other: Spot): number =>
  Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);

const between = (one: Spot, other: Spot): Spot => ({
  clientX: (one.clientX + other.clientX) / 2,
  clientY: (one.clientY + other.clientY) / 2,
});
