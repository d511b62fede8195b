/** Where text came into fields without keys, and in what words that is said. */

import type { TextInputCause } from '#core/plugin-events.ts';
import { ms, type Ms } from '#core/time.ts';
import type { TextInput } from '#core/track.ts';
import type { MeasureText } from './clip-text.ts';
import { walk } from './mark-walk.ts';
import type { View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

export interface TextInputMark {
  readonly kind: 'text input';
  readonly input: TextInput;
  /** How many are drawn as this one, and when the last of them came. */
  readonly count: number;
  readonly lastMs: Ms;
  readonly x: number;
  readonly endX: number;
  readonly text: string;
}

/** How wide the drawing is, from its own time on. */
export const signPx = 11;
const paddingPx = 3;

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

export function layoutTextInputs(
  { inputs }: Pick<TrackIndex, 'inputs'>,
  view: View,
  measure: MeasureText,
): readonly TextInputMark[] {
  return walk(inputs, view)
    .filter(({ x }) => x > -signPx)
    .map(({ item: { input }, count, lastMs, x, nextX }) => {
      const word = count === 1 ? words[input.cause] : '';
      const end = x + signPx + paddingPx + measure(word) + paddingPx;
      const text = end <= nextX ? word : '';
      const endX = text === '' ? x + signPx : end;
      return { kind: 'text input', input, count, lastMs: ms(lastMs), x, endX, text };
    });
}

/** `pasted 12 characters`, `composed “東京”`. */
export function describeTextInput({ cause, text, length }: TextInput): string {
  if (text !== undefined) return `${words[cause]} “${text}”`;
  if (length === undefined) return `text ${words[cause]}`;
  return `${words[cause]} ${length} ${length === 1 ? 'character' : 'characters'}`;
}
