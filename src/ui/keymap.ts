/** Gives an element or the window its keys. A bare key never fires while a person types in a field. */
import type { Attachment } from 'svelte/attachments';
import { onApple } from './key-caps.ts';

/** Chords such as `l`, `/`, `shift+?`, `mod+enter`; `mod` is ⌘ on Apple's machines, Ctrl elsewhere. */
export type Keymap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const fields = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches(fields) || target.isContentEditable);
}

/** The chord a key event stands for. Shift is told only where it does not choose the character. */
export function chordOf(event: KeyboardEvent, isApple = onApple): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const mod = isApple ? event.metaKey : event.ctrlKey;
  const parts: string[] = [];
  if (mod) parts.push('mod');
  if (isApple && event.ctrlKey) parts.push('ctrl');
  if (event.altKey) parts.push('alt');
  if (event.shiftKey && (key.length > 1 || /[a-z]/.test(key))) parts.push('shift');
  return [...parts, key].join('+');
}

/** `{@attach keymap(keys)}`; inside a dialog that is open elsewhere, the page's keys keep silent. */
export function keymap(keys: Keymap): Attachment<EventTarget> {
  return () => {
    const onkeydown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const chord = chordOf(event);
      const act = keys[chord];
      if (act === undefined) return;
      const target = event.target;
      if (isTyping(target) && !chord.includes('mod+')) return;
      if (target instanceof Element && target.closest('[role=dialog], [role=menu]')) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', onkeydown);
    return () => window.removeEventListener('keydown', onkeydown);
  };
}
