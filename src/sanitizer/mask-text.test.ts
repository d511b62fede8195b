import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitPlaceholder } from './fit-placeholder.ts';
import { maskText } from './mask-text.ts';
import { textWidth } from './text-width.ts';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const words = fc
  .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 14 }))
  .map((some) => some.join(' '));

test('masked words are as wide as they were, but for a part of a letter each', () => {
  fc.assert(
    fc.property(words, (text) => {
      const masked = maskText(text);
      expect(masked).toMatch(/^[xXi ]*$/);
      const off = Math.abs(textWidth(masked) - textWidth(text));
      expect(off).toBeLessThanOrEqual(34 * text.split(' ').length);
    }),
  );
});

test.each([
  ['Lamp', 'Xxxxi'],
  ['million', 'xxxxxi'],
  ['VAT 2026', 'XXX 0000'],
  ['£12 (net)', '-00 (xxx)'],
])('%s is masked as %s', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test.each([
  ['EMAIL', 'jane.roe@mail.example.com', '‹EMAIL_7KQ2··················›'],
  ['DATE', '20 Nov', '‹d7KQ›'],
  ['AMOUNT', '£1,566.30', '‹a7KQ2··›'],
  ['ID', 'x-1', '‹i7K›'],
])('a value of kind %s, %s, becomes %s', (kind, value, told) => {
  expect(fitPlaceholder(kind, '7KQ2ABCD', value)).toBe(told);
});
