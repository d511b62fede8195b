import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTime, ms } from '#core/time.ts';
import { readTime, toEnd } from './read-time.ts';

test.each([
  ['0:42.310', 42_310],
  ['12:07', 727_000],
  ['1:02:03.5', 3_723_500],
  ['42.3s', 42_300],
  ['42,3 s', 42_300],
  [' 42 ', 42_000],
  ['.5', 500],
  ['90:00', 5_400_000],
  ['1h 5m', 3_900_000],
  ['1h5m2s', 3_902_000],
  ['2 min 10 sec', 130_000],
  ['250ms', 250],
  ['+5', 15_000],
  ['-0:02', 8000],
  ['−1.5 s', 8500],
])('%s', (written, at) => {
  expect(readTime(written, ms(10_000))).toBe(at);
});

test.each([
  '',
  'soon',
  '1:2:3:4',
  '1:',
  '5 parsecs',
  '--5',
  '1h 5',
  ':30',
  '1e3',
  '99:99',
  '1:60:00',
  '1:.5',
])('%j is no time', (written) => {
  expect(readTime(written, ms(0))).toBeUndefined();
});

test('a time that only its rounding takes past the end is the end', () => {
  const end = ms(165_853);
  expect([165_800, 165_900, 166_852, 166_853].map((at) => toEnd(ms(at), end))).toEqual([
    165_800,
    end,
    end,
    166_853,
  ]);
});

test('what is shown can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e7 }), (at) => {
      expect(readTime(formatTime(at), ms(0))).toBe(at);
    }),
  );
});
