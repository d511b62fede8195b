/**
 * Gives the keyboard back when a recorded page takes it: a modal dialog that opens in the replay
 * moves the focus into it, whatever is inert there.
 */
export function keepKeyboard(frame: HTMLIFrameElement): () => void {
  let last: Element | null = document.activeElement;
  const stop = new AbortController();
  const { signal } = stop;
  const remember = ({ target }: FocusEvent) => {
    if (target !== frame && target instanceof Element) last = target;
  };
  // By then it is plain whether the field was left for nothing or for the frame.
  const forget = () =>
    setTimeout(() => {
      if (document.activeElement === document.body) last = null;
    });
  const takeBack = () => {
    if (document.activeElement !== frame) return;
    frame.blur();
    if (last instanceof HTMLElement && last.isConnected) last.focus({ preventScroll: true });
    else window.focus();
  };
  document.addEventListener('focusin', remember, { signal });
  document.addEventListener('focusout', forget, { signal });
  window.addEventListener('blur', () => setTimeout(takeBack), { signal });
  return () => stop.abort();
}
