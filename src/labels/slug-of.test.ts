import { expect, test } from 'vitest';
import { slugOf } from './slug-of.ts';

test.each([
  ['Order desk, spring', 'order-desk-spring'],
  ['  Übung 2 ', 'ubung-2'],
  ['—', ''],
  ['x', ''],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('a long name does not end in a dash', () => {
  expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
});
