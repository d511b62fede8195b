/** What is written for a keystroke: its glyph, and with a shortcut the modifiers that make it one. */

import { glyphOf, type Keystroke } from '#core/keystroke.ts';
import { modifierBits } from '#core/plugin-events.ts';

/** The key with the modifiers that changed its meaning: `⌘S`, `⌃⇥`. */
export function signOf(keystroke: Keystroke): string {
  const { modifiers } = keystroke;
  const glyph = glyphOf(keystroke);
  if (!isModified(keystroke)) return glyph;
  const control = modifiers & modifierBits.Control ? '⌃' : '';
  const alt = modifiers & modifierBits.Alt ? '⌥' : '';
  const meta = modifiers & modifierBits.Meta ? '⌘' : '';
  const shift = modifiers & modifierBits.Shift ? '⇧' : '';
  const key = glyph.length === 1 ? glyph.toUpperCase() : glyph;
  return `${control}${alt}${shift}${meta}${key}`;
}

/** A shortcut. Moving and erasing by word is part of writing. */
export function isChord(keystroke: Keystroke): boolean {
  if (keystroke.class === 'edit' || keystroke.class === 'navigation') return false;
  return isModified(keystroke);
}

/** Not so where the modifier only chose the character: ⇧a, AltGr e, ⌥ on a Mac. */
function isModified({ key, modifiers }: Keystroke): boolean {
  const { Control, Alt, Meta } = modifierBits;
  if (modifiers & Meta) return true;
  const prints = key !== undefined && [...key].length === 1;
  const plain = prints && /[a-z0-9 ]/i.test(key);
  if (modifiers & Control) return !(modifiers & Alt) || !prints || plain;
  return (modifiers & Alt) !== 0 && (!prints || plain);
}
