/** Which characters a person took back with Backspace, as far as the keys alone tell it. */

import type { Keystroke } from '#core/keystroke.ts';
import { modifierBits } from '#core/plugin-events.ts';
import { isChord } from './key-signs.ts';

/** After a longer rest the caret may be elsewhere without a key having told. */
const restMs = 1500;

/** For each key 1 where its character was erased again by a later Backspace. What is masked, what
 * lies before a moved caret, and Delete, whose victims no key tells, are left as they are. */
export function strikeErased(keys: readonly Keystroke[]): Uint8Array {
  const struck = new Uint8Array(keys.length);
  let standing: number[] = [];
  for (const [index, key] of keys.entries()) {
    const before = keys[index - 1];
    if (before && !continues(before, key)) standing = [];
    if (key.key === 'Backspace')
      for (const erased of takeBack(standing, keys, key.modifiers)) struck[erased] = 1;
    else if (writes(key)) standing.push(index);
    else standing = [];
  }
  return struck;
}

function continues(a: Keystroke, b: Keystroke): boolean {
  return a.node === b.node && (a.tab ?? 0) === (b.tab ?? 0) && b.atMs - a.atMs <= restMs;
}

function writes(key: Keystroke): boolean {
  return key.key !== undefined && [...key.key].length === 1 && !isChord(key);
}

function takeBack(
  standing: number[],
  keys: readonly Keystroke[],
  modifiers: number,
): readonly number[] {
  if (modifiers & modifierBits.Meta) return standing.splice(0);
  const isSpace = (index: number | undefined) => index !== undefined && keys[index]!.key === ' ';
  const byWord = (modifiers & (modifierBits.Alt | modifierBits.Control)) !== 0;
  let from = standing.length - 1;
  if (byWord) {
    while (from > 0 && isSpace(standing[from])) from -= 1;
    while (from > 0 && !isSpace(standing[from - 1])) from -= 1;
  }
  return standing.splice(Math.max(0, from));
}
