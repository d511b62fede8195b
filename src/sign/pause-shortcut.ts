/** The keys that pause a recording and let it go on. */
export const pauseShortcutName = 'Alt+Shift+P';

export function isPauseShortcut(event: KeyboardEvent): boolean {
  // By place, not by letter: with Alt held, a Mac types another one.
  const isPressed = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
  return event.isTrusted && isPressed && event.code === 'KeyP' && !event.repeat;
}
