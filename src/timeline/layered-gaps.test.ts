import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, ms } from '#core/time.ts';
import { findJumps, layerGaps } from './layered-gaps.ts';
import { gapOf } from './sketch-track.ts';

const gaps = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(
        'idle' as const,
        'missing-chunk' as const,
        'paused' as const,
        'lost' as const,
      ),
    )
    .map(([at, length, reason]) => gapOf(at, at + length, reason)),
  { maxLength: 12 },
);

test('at each time one gap is shown where there is any, and the gravest of them', () => {
  const gravity = ['idle', 'missing-chunk', 'paused', 'lost'];
  fc.assert(
    fc.property(gaps, (given) => {
      const pieces = layerGaps(given);
      for (let at = 0; at < 170; at += 1) {
        const shown = pieces.filter((piece) => contains(piece, ms(at)));
        const lying = given.filter((gap) => contains(gap, ms(at)));
        expect(shown.length).toBe(Math.min(1, lying.length));
        const worst = Math.max(...lying.map(({ reason }) => gravity.indexOf(reason)));
        for (const { gap } of shown) expect(gravity.indexOf(gap.reason)).toBe(worst);
      }
    }),
  );
});

test('a jump has no length and is kept apart', () => {
  const jump = gapOf(50, 50, 'clock-jump', 9000);
  expect(layerGaps([jump])).toEqual([]);
  expect(findJumps([gapOf(0, 90, 'idle'), jump]).map(({ gap }) => gap)).toEqual([jump]);
});
