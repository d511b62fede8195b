/** Which command a key press stands for: pure, so that the table of keys can be tested whole. */

import { onApple } from '#ui/key-caps.ts';
import type { Facts } from './key-facts.ts';
import { chordsOfPress, type Press } from './press-chords.ts';
import { isTypingChord } from './typing-chord.ts';

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
  /** Lasts as long as its key is held, so only a key can call it. */
  readonly held?: true;
  /** Its keys stand, in this order, for things of their own: the first intent, the second … */
  readonly series?: true;
  /** What each key of a series stands for in the table, where a person has keys of their own. */
  readonly meant?: readonly string[];
}

export interface KeyContext extends Facts {
  /** What has the keyboard: the page, a link, a button or the like reached by key, a slider, a text field. */
  readonly focus: 'page' | 'link' | 'control' | 'slider' | 'field';
}

export interface Called<Id extends string> {
  readonly id: Id;
  /** Of a series, the one the table tells, whatever key a person has put in its place. */
  readonly chord: string;
}

/** What a focused link, button or tab, or a slider, does itself. */
const ownKeys: Readonly<Partial<Record<KeyContext['focus'], RegExp>>> = {
  link: /^(shift\+|mod\+)?enter$/,
  control: /^(shift\+)?(space|enter|home|end|arrow\w+)$/,
  slider: /^(shift\+)?(home|end|arrow\w+)$/,
};

export function commandFor<Id extends string>(
  commands: readonly Command<Id>[],
  press: Press,
  context: KeyContext,
  isApple = onApple,
): Called<Id> | undefined {
  for (const chord of chordsOfPress(press, isApple)) {
    if (ownKeys[context.focus]?.test(chord)) continue;
    const command = commands.find(
      (each) =>
        each.keys.includes(chord) &&
        (context.focus !== 'field' || (each.inFields && !isTypingChord(chord, isApple))) &&
        (!press.repeat || each.repeats) &&
        (each.when?.(context) ?? true),
    );
    if (command)
      return { id: command.id, chord: command.meant?.[command.keys.indexOf(chord)] ?? chord };
  }
  return undefined;
}

/** Which command a press would stand for if only the work could be edited. */
export const barredFor: typeof commandFor = (commands, press, context, isApple) =>
  context.editable
    ? undefined
    : commandFor(commands, press, { ...context, editable: true }, isApple);
