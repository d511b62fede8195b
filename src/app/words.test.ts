import { expect, test } from 'vitest';
import { bytesOf, countOf, relativeDate } from './words.ts';

const now = Date.UTC(2026, 10, 21, 12);
const minute = 60_000;

test.each([
  [10_000, 'just now'],
  [59 * minute, '59 min ago'],
  [5 * 60 * minute, '5 h ago'],
  [30 * 60 * minute, 'yesterday'],
  [3 * 24 * 60 * minute, '3 days ago'],
  [-20 * minute, 'in 20 min'],
  [-23 * 60 * minute, 'in 23 h'],
])('%d ms ago is %s', (ago, words) => {
  expect(relativeDate(now - ago, now)).toBe(words);
});

test('older dates are named, with the year where it is another', () => {
  expect(relativeDate(now - 40 * 24 * 60 * minute, now)).toMatch(/Oct 12/);
  expect(relativeDate(now - 400 * 24 * 60 * minute, now)).toMatch(/2025/);
});

test('amounts carry their unit', () => {
  expect(countOf(1, 'page')).toBe('1 page');
  expect(countOf(1200, 'entry', 'entries')).toBe('1,200 entries');
  expect([bytesOf(12), bytesOf(3400), bytesOf(3_100_000), bytesOf(48_000_000)]).toEqual([
    '12 B',
    '3 kB',
    '3.1 MB',
    '48 MB',
  ]);
});
