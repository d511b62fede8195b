/** In what words it is told how text came into a field without keys. */

import type { TextInputCause } from '#core/plugin-events.ts';
import type { TextInput } from '#core/track.ts';

const words: Readonly<Record<TextInputCause, string>> = {
  composition: 'composed',
  paste: 'pasted',
  drop: 'dropped',
  autofill: 'filled in',
  replacement: 'corrected',
  cut: 'cut',
  undo: 'undone',
  redo: 'redone',
  other: 'changed',
};

/** `pasted 12 characters`, `composed “東京”`. */
export function describeTextInput({ cause, text, length }: TextInput): string {
  if (text !== undefined) return `${words[cause]} “${text}”`;
  if (length === undefined) return `text ${words[cause]}`;
  return `${words[cause]} ${length} ${length === 1 ? 'character' : 'characters'}`;
}

/** From the most telling to the shortest: `東京`, `pasted 12`, `12`. */
export function textInputLabels(input: TextInput): readonly string[] {
  const length = input.length ?? input.text?.length;
  const word = words[input.cause];
  const counted = length === undefined ? [word] : [`${word} ${length}`, `${length}`];
  return input.cause === 'composition' && input.text ? [input.text, ...counted] : counted;
}
