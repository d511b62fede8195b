import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { timeSentence } from './time-sentence.ts';

const sentence = (at: number | undefined) =>
  timeSentence(at === undefined ? undefined : ms(at), ms(223_500));

test('within the session there is nothing to say, its ends included', () => {
  expect([0, 4000, 223_500].map(sentence)).toEqual([undefined, undefined, undefined]);
});

test('else it is said what is wrong', () => {
  expect(sentence(36_000_000)).toBe('The session ends at 3:43.500.');
  expect(sentence(-1)).toMatch(/before the session starts/);
  expect(sentence(undefined)).toMatch(/no time/);
});
