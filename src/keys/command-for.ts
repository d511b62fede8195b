/** Which command a key press stands for: pure, so that the table of keys can be tested whole. */

import { onApple } from '#ui/key-caps.ts';

export interface Command<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly group: string;
  /** Chords such as `i`, `shift+arrowleft`, `mod+enter`; the first is the one told. */
  readonly keys: readonly string[];
  readonly when?: (context: KeyContext) => boolean;
  /** Fires while a person types in a field, too. */
  readonly inFields?: true;
  /** Fires again while the key is held. */
  readonly repeats?: true;
}

export interface KeyContext {
  /** What has the keyboard: the page, a button or the like reached by key, a slider, or a text field. */
  readonly focus: 'page' | 'control' | 'slider' | 'field';
  readonly editable: boolean;
  readonly taskSelected: boolean;
  readonly marking: boolean;
}

export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat'
>;

export interface Called<Id extends string> {
  readonly id: Id;
  readonly chord: string;
}

/** What a focused button or tab, or a slider, does itself. */
const ownKeys: Readonly<Partial<Record<KeyContext['focus'], RegExp>>> = {
  control: /^(shift\+)?(space|enter|home|end|arrow\w+)$/,
  slider: /^(shift\+)?(home|end|arrow\w+)$/,
};

export function commandFor<Id extends string>(
  commands: readonly Command<Id>[],
  press: Press,
  context: KeyContext,
  isApple = onApple,
): Called<Id> | undefined {
  if (press.isComposing) return undefined;
  const chord = chordOfPress(press, isApple);
  if (ownKeys[context.focus]?.test(chord)) return undefined;
  const command = commands.find(
    (each) =>
      each.keys.includes(chord) &&
      (context.focus !== 'field' || each.inFields) &&
      (!press.repeat || each.repeats) &&
      (each.when?.(context) ?? true),
  );
  return command && { id: command.id, chord };
}

/** The chord pressed. Digits go by where they are, so that Shift and a digit is the same on every
 * keyboard; other characters by what they are. */
export function chordOfPress(press: Press, isApple: boolean): string {
  const digit = /^Digit(\d)$/.exec(press.code)?.[1];
  const key =
    digit && !press.altKey ? digit : press.key === ' ' ? 'space' : press.key.toLowerCase();
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  // AltGr comes as Ctrl with Alt, and is how many keyboards reach a bracket.
  const altGr = isSign && press.ctrlKey && press.altKey;
  const parts: string[] = [];
  if (isApple ? press.metaKey : press.ctrlKey && !altGr) parts.push('mod');
  if (isApple ? press.ctrlKey && !altGr : press.metaKey) parts.push('meta');
  if (press.altKey && !altGr) parts.push('alt');
  if (press.shiftKey && !isSign) parts.push('shift');
  return [...parts, key].join('+');
}
