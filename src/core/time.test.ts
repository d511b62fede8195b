import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, formatClock, formatDuration, formatTime, ms, overlaps } from './time.ts';

test.each([
  [0, '0:00.000'],
  [42_310, '0:42.310'],
  [727_000, '12:07.000'],
  [3_600_000, '1:00:00.000'],
  [-5, '0:00.000'],
])('%i ms reads %s', (at, text) => expect(formatTime(at)).toBe(text));

test.each([
  [0, '0:00'],
  [222_999.9, '3:42'],
  [3_605_000, '1:00:05'],
])('%d ms on a clock is %s', (at, text) => expect(formatClock(at)).toBe(text));

test.each([
  [400, '400 ms'],
  [42_000, '42 s'],
  [720_000, '12 min'],
  [3 * 3_600_000, '3 h'],
  [3 * 3_600_000 + 300_000, '3 h 5 min'],
])('%i ms in prose is %s', (at, text) => expect(formatDuration(at)).toBe(text));

test('spans that touch do not overlap, and overlap is symmetric', () => {
  const span = fc
    .tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))
    .map(([start, length]) => ({ startsMs: ms(start), endsMs: ms(start + length) }));
  fc.assert(
    fc.property(span, span, (a, b) => {
      expect(overlaps(a, b)).toBe(overlaps(b, a));
      expect(overlaps(a, { startsMs: a.endsMs, endsMs: ms(a.endsMs + 1) })).toBe(false);
      expect(contains(a, a.startsMs)).toBe(true);
      expect(contains(a, a.endsMs)).toBe(false);
    }),
  );
});
