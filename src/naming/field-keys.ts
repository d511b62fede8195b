/** What a key press means inside of a naming field, beside typing. Nothing is meant while a character
 * is being composed. */

import { outcomes, type Outcome } from '#core/task.ts';

export type FieldPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
> & { readonly keyCode?: number };

type MeantInInstruction =
  /** A draft put in; then on to the next field, or not. */
  | { readonly kind: 'take'; readonly index: number; readonly goesOn: boolean }
  | { readonly kind: 'go on' };

/** `drafts`: how many are offered, which is none as soon as something is written. */
export function meantInInstruction(
  press: FieldPress,
  drafts: number,
): MeantInInstruction | undefined {
  if (isComposing(press) || press.ctrlKey || press.metaKey || press.shiftKey) return undefined;
  const index = press.altKey ? digitOf(press) - 1 : -1;
  if (index >= 0 && index < drafts) return { kind: 'take', index, goesOn: true };
  if (press.altKey) return undefined;
  if (press.key === 'Tab' && drafts > 0) return { kind: 'take', index: 0, goesOn: false };
  return press.key === 'Enter' ? { kind: 'go on' } : undefined;
}

/** Digits choose, with Shift or without, as the outcome is what has the keyboard. */
export function outcomePressed(press: FieldPress): Outcome | undefined {
  if (isComposing(press) || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  return outcomes[digitOf(press) - 1];
}

const digitOf = ({ code }: FieldPress) => Number(/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? NaN);

/** Safari ends a composition before it hands on the Enter that ended it, under this old code. */
const composingCode = 229;

const isComposing = (press: FieldPress) => press.isComposing || press.keyCode === composingCode;
