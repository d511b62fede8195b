import { expect, test } from 'vitest';
import { clipText } from './clip-text.ts';

const tenEach = (text: string) => text.length * 10;

test('what fits is left whole', () => {
  expect(clipText('orders', 60, tenEach)).toBe('orders');
});

test('what does not is cut with an ellipsis', () => {
  expect(clipText('orders/1042', 60, tenEach)).toBe('order…');
});

test('a letter alone says nothing', () => {
  expect(clipText('orders', 20, tenEach)).toBe('');
  expect(clipText('orders', -5, tenEach)).toBe('');
});
