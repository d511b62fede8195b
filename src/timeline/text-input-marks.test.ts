import { expect, it } from 'vitest';
import { ms } from '#core/time.ts';
import type { TextInput } from '#core/track.ts';
import { describeMark } from './describe-mark.ts';
import { sketchTrack, tenEach, viewOf } from './sketch-track.ts';
import { layoutTextInputs } from './text-input-marks.ts';

const input = (atMs: number, more: Partial<TextInput> = {}): TextInput => ({
  atMs: ms(atMs),
  cause: 'paste',
  fidelity: 'text',
  node: 4,
  ...more,
});
const marksOf = (inputs: readonly TextInput[], from = 0, to = 1000) =>
  layoutTextInputs(sketchTrack({ textInputs: inputs }), viewOf(from, to), tenEach);

it('stand at their own time, with a word where there is room for it', () => {
  const marks = marksOf([input(100), input(120), input(500, { cause: 'autofill' })]);
  expect(marks.map(({ x, text }) => [x, text])).toEqual([
    [100, ''],
    [120, 'pasted'],
    [500, 'filled in'],
  ]);
});

it('that stand too close to tell apart are one', () => {
  const [mark, ...none] = marksOf([input(100), input(105), input(109)], 0, 100_000);
  expect(none).toEqual([]);
  expect(mark).toMatchObject({ count: 3, lastMs: 109, text: '' });
  expect(describeMark(mark!).text).toBe('3 times text without keys');
});

it('are told in words, and without text where it is masked', () => {
  const told = (more: Partial<TextInput>) => describeMark(marksOf([input(100, more)])[0]!);
  expect(told({ cause: 'composition', text: '東京' }).text).toBe('composed “東京”');
  expect(told({ length: 1 }).text).toBe('pasted 1 character');
  expect(told({ cause: 'replacement', fidelity: 'class' })).toEqual({
    time: '0:00.100',
    text: 'text corrected',
    note: 'Masked: only how it came was recorded.',
  });
});
