import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TypedValue } from './typed-value.ts';

const writtenIn = (before: string, ...values: readonly string[]) => {
  const typed = new TypedValue(before);
  for (const value of values) typed.become(value);
  return typed.written;
};

test.each<[string, string, string[], { text: string; value: string }]>([
  ['at its end', 'Lisa', ['Lisa ', 'Lisa M'], { text: ' M', value: 'Lisa M' }],
  ['with a slip mended', '', ['a', 'ab', 'a', 'ac'], { text: 'ac', value: 'ac' }],
  ['over what stood there', 'utm', ['u', 'ut', 'utm'], { text: 'utm', value: 'utm' }],
  ['anew after it was emptied', 'utm', ['', 'u', 'ut'], { text: 'ut', value: 'ut' }],
  ['and sent, which empties it', '', ['h', 'hi', 'hi!', ''], { text: 'hi!', value: 'hi!' }],
  ['and taken back key by key', '', ['h', ''], { text: '', value: '' }],
  ['not at all, only emptied', 'old', [''], { text: '', value: '' }],
  ['not at all, only shortened', 'abc', ['ab'], { text: '', value: 'ab' }],
  ['in two places', 'bd', ['abd', 'abcd'], { text: 'ac', value: 'abcd' }],
  ['whole characters only', '😀', ['😁'], { text: '😁', value: '😁' }],
])('tells what was written %s', (_, before, values, written) =>
  expect(writtenIn(before, ...values)).toEqual(written),
);

test('what was written stands in the value, in order, and is never half a character', () => {
  const values = fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.string({ maxLength: 6 }), values, (before, after) => {
      const { text, value } = writtenIn(before, ...after);
      let from = 0;
      for (const character of text) {
        from = value.indexOf(character, from) + character.length;
        expect(from).toBeGreaterThanOrEqual(character.length);
      }
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
