/** A trackpad's pinch in Safari, which tells of it in events of its own and not as a wheel with Ctrl. */

import type { Attachment } from 'svelte/attachments';

/** `scale` counts from the start of the gesture. */
interface GestureEvent extends Event {
  readonly scale: number;
  readonly clientX: number;
}

/** `factor` is how much nearer since the last call. */
export function safariPinch(
  onzoom: (factor: number, clientX: number) => void,
): Attachment<EventTarget> {
  return (node) => {
    const stopping = new AbortController();
    let before = 1;
    const listen = (kind: string, act: (event: GestureEvent) => void) =>
      node.addEventListener(
        kind,
        (event) => {
          // The page itself would be zoomed.
          event.preventDefault();
          act(event as GestureEvent);
        },
        { signal: stopping.signal },
      );
    listen('gesturestart', () => (before = 1));
    listen('gesturechange', ({ scale, clientX }) => {
      if (scale > 0) onzoom(scale / before, clientX);
      before = scale > 0 ? scale : before;
    });
    listen('gestureend', () => undefined);
    return () => stopping.abort();
  };
}
