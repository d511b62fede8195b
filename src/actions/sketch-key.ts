import type { KeyClass, KeyPayload } from '#core/plugin-events.ts';
import { modifierBits } from '#core/plugin-events.ts';

const named: Readonly<Record<string, KeyClass>> = {
  Backspace: 'edit',
  Delete: 'edit',
  Enter: 'enter',
  Tab: 'tab',
  Escape: 'escape',
  Shift: 'modifier',
  Control: 'modifier',
  Alt: 'modifier',
  Meta: 'modifier',
};

export interface SketchedKey {
  readonly payload: Omit<KeyPayload, 'phase'>;
  /** What the key makes of a field's value. */
  readonly apply: (value: string, hasLines: boolean) => string;
}

/** Reads a key of a sketch: `h`, `Space`, `Backspace`, `Control+Shift+k`. */
export function sketchKey(drawn: string, node: number): SketchedKey {
  const parts = drawn === '+' ? ['+'] : drawn.split('+');
  const name = parts.pop() ?? '';
  const key = name === 'Space' ? ' ' : name;
  let modifiers = 0;
  for (const part of parts) {
    const bit = modifierBits[part as keyof typeof modifierBits];
    if (bit === undefined) throw new Error(`not a key of a sketch: ${drawn}`);
    modifiers |= bit;
  }
  const isChord = (modifiers & ~modifierBits.Shift) !== 0;
  return {
    payload: { node, fidelity: 'text', key, class: classOf(key), modifiers },
    apply: (value, hasLines) => {
      if (isChord) return value;
      if (key === 'Backspace') return value.slice(0, -1);
      if (key === 'Enter') return hasLines ? `${value}\n` : value;
      return [...key].length === 1 ? value + key : value;
    },
  };
}

function classOf(key: string): KeyClass {
  if ([...key].length > 1) return named[key] ?? (/^F\d/.test(key) ? 'function' : 'navigation');
  if (/\p{L}/u.test(key)) return 'letter';
  if (/\p{N}/u.test(key)) return 'digit';
  return key === ' ' ? 'space' : 'symbol';
}
