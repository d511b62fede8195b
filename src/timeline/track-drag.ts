/** Follows one pointer from press to release on an element, telling a drag from a click. */

export interface Drag {
  /** The pointer went further than a hand trembles. */
  readonly onstart?: () => void;
  /** `x` counts from the element's left edge. Called once the drag has started. */
  readonly onmove: (x: number, event: PointerEvent) => void;
  /** Released; `dragged` is false for a click. */
  readonly onend?: (x: number, dragged: boolean) => void;
  /** Given up, with Escape or by the system. */
  readonly oncancel?: () => void;
}

const tremblePx = 3;

/** Only the first button or a touch starts one. `origin` is the element `x` is measured on. */
export function trackDrag(press: PointerEvent, origin: Element, drag: Drag): void {
  if (press.button !== 0) return;
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  const holder = press.currentTarget as Element;
  const xOf = (event: PointerEvent) => event.clientX - origin.getBoundingClientRect().left;
  let dragged = false;
  const cancel = () => {
    stopping.abort();
    if (dragged) drag.oncancel?.();
  };
  const listen = (
    kind: 'pointermove' | 'pointerup' | 'pointercancel',
    act: (event: PointerEvent) => void,
  ) =>
    holder.addEventListener(
      kind,
      (event) =>
        (event as PointerEvent).pointerId === press.pointerId && act(event as PointerEvent),
      options,
    );
  holder.setPointerCapture(press.pointerId);
  listen('pointermove', (event) => {
    if (!dragged && Math.abs(event.clientX - press.clientX) <= tremblePx) return;
    if (!dragged) drag.onstart?.();
    dragged = true;
    drag.onmove(xOf(event), event);
  });
  listen('pointerup', (event) => {
    stopping.abort();
    drag.onend?.(xOf(event), dragged);
  });
  listen('pointercancel', cancel);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !dragged) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      cancel();
    },
    { ...options, capture: true },
  );
}
