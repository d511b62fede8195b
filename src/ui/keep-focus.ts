/** Gives the keyboard a place to go on from when what had it is taken out of the page. */

import type { Attachment } from 'svelte/attachments';

/** `{@attach keepFocus(next)}` on what holds the things that come and go; `next` answers where to go on. */
export function keepFocus(
  next: (inside: HTMLElement) => HTMLElement | null,
): Attachment<HTMLElement> {
  return (inside) => {
    let last: Node | undefined;
    const remember = ({ target }: FocusEvent) => (last = target as Node);
    // What still stands when it has lost the keyboard was left on purpose.
    const forget = () =>
      queueMicrotask(() => {
        if (last?.isConnected && !inside.contains(document.activeElement)) last = undefined;
      });
    const watch = new MutationObserver(() => {
      if (last === undefined || last.isConnected) return;
      last = undefined;
      if (document.activeElement === document.body) next(inside)?.focus({ preventScroll: true });
    });
    inside.addEventListener('focusin', remember);
    inside.addEventListener('focusout', forget);
    watch.observe(inside, { childList: true, subtree: true });
    return () => {
      inside.removeEventListener('focusin', remember);
      inside.removeEventListener('focusout', forget);
      watch.disconnect();
    };
  };
}
