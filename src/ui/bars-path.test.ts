import { expect, test } from 'vitest';
import { barsPath } from './bars-path.ts';

test('one bar for each amount, the largest as tall as the row', () => {
  const path = barsPath([0, 1, 4], 30, 20);
  expect(path.match(/M/g)).toHaveLength(3);
  expect(path).toContain('M20 20V0');
  expect(path).toContain('M10 20V10');
});

test('nothing to draw is an empty path', () => {
  expect(barsPath([], 30, 20)).toBe('');
});
