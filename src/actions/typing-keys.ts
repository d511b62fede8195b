/** Which fields are typed into, and which keys type. */
import { modifierBits } from '#core/plugin-events.ts';
import { fieldKind } from '#dom/field-kind.ts';
import { editingHost } from '#dom/find-interactive.ts';
import type { PageNode } from '#dom/page-node.ts';
import type { Moment } from './moment.ts';

/** The field keys into this node go to: itself, or the editing host around it. */
export function fieldAt({ page }: Moment, id: number): PageNode | undefined {
  const node = page.tree.get(id);
  if (node === undefined) return undefined;
  const kind = fieldKind(node);
  if (kind !== 'text' && kind !== 'secret') return undefined;
  return editingHost(node) ?? node;
}

export const countLines = (text: string): number => text.split('\n').length;

/** Control or Meta held, unless with Alt, which is how AltGr types a character. */
export function hasChord(modifiers: number): boolean {
  if (modifiers & modifierBits.Meta) return true;
  return (modifiers & modifierBits.Control) !== 0 && (modifiers & modifierBits.Alt) === 0;
}

export const typingClasses = new Set([
  'letter',
  'digit',
  'space',
  'symbol',
  'edit',
  'other',
  'navigation',
]);

export const isTypingKey = (key: string, isMove: boolean) =>
  isMove || [...key].length === 1 || /^(Backspace|Delete|Process|Dead|Unidentified)$/.test(key);
