import type { KeyClass } from '#core/plugin-events.ts';

const named: Readonly<Record<string, KeyClass>> = {
  ' ': 'space',
  Enter: 'enter',
  Tab: 'tab',
  Escape: 'escape',
  Backspace: 'edit',
  Delete: 'edit',
  Home: 'navigation',
  End: 'navigation',
  PageUp: 'navigation',
  PageDown: 'navigation',
  Shift: 'modifier',
  Control: 'modifier',
  Alt: 'modifier',
  AltGraph: 'modifier',
  Meta: 'modifier',
  CapsLock: 'modifier',
};

/** The class of a `KeyboardEvent.key`: what may be said of a key when the key itself may not. */
export function classifyKey(key: string): KeyClass {
  const known = Object.hasOwn(named, key) ? named[key] : undefined;
  if (known !== undefined) return known;
  if (key.startsWith('Arrow')) return 'navigation';
  if (/^F\d{1,2}$/.test(key)) return 'function';
  // Longer than one character is a name (`Dead`, `Process`, `MediaPlay`), not what was typed.
  if ([...key].length !== 1) return 'other';
  if (/\p{L}/u.test(key)) return 'letter';
  if (/\p{N}/u.test(key)) return 'digit';
  return 'symbol';
}
