/** Follows one pointer from press to release on an element, telling a drag from a click. */

export interface Drag {
  /** The pointer went further than a hand trembles. */
  readonly onstart?: (moved: { readonly x: number; readonly y: number }) => void;
  /** `x` counts from the element's left edge. Called once the drag has started. */
  readonly onmove: (x: number, event: PointerEvent) => void;
  /** Released; `dragged` is false for a click. */
  readonly onend?: (x: number, dragged: boolean) => void;
  /** Given up, with Escape or by the system. */
  readonly oncancel?: () => void;
  /** Going up or down starts a drag, too. */
  readonly upright?: boolean;
  /** The button that must be pressed, as in `PointerEvent.button`; the first if not told. */
  readonly button?: number;
}

const tremblePx = 3;

/** `origin` is the element `x` is measured on. Stopping it is giving it up. */
export function trackDrag(
  press: PointerEvent,
  origin: Element,
  drag: Drag,
): { readonly stop: () => void } {
  if (press.button !== (drag.button ?? 0)) return { stop: () => undefined };
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  const holder = press.currentTarget as Element;
  const xOf = (event: PointerEvent) => event.clientX - origin.getBoundingClientRect().left;
  let dragged = false;
  const cancel = () => {
    if (stopping.signal.aborted) return;
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
  // Captured at once, a button under the press would never hear of its click.
  const onButton = (press.target as Element).closest('button');
  const capture = () => holder.setPointerCapture(press.pointerId);
  if (!onButton || onButton === holder) capture();
  listen('pointermove', (event) => {
    const moved = { x: event.clientX - press.clientX, y: event.clientY - press.clientY };
    const far = Math.max(Math.abs(moved.x), drag.upright ? Math.abs(moved.y) : 0);
    if (!dragged && far <= tremblePx) return;
    if (!dragged) {
      capture();
      drag.onstart?.(moved);
    }
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
  return { stop: cancel };
}
