import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms, type Ms } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';
import { stepPoint, stepPoints } from './step-points.ts';

const visit = (startsMs: number, endsMs: number): PageVisit => ({
  tab: 0,
  url: 'https://desk.example/',
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
});

test('points ascend and stand once each', () => {
  const pages = [visit(50, 90), visit(0, 50), visit(50, 70)];
  expect(stepPoints('page', { actions: [], keystrokes: [], pages })).toEqual([0, 50]);
});

test('from a point one steps away from it, and past the last there is none', () => {
  const points = [0, 50, 90].map(ms);
  expect(stepPoint(points, ms(50), 1)).toBe(90);
  expect(stepPoint(points, ms(50), -1)).toBe(0);
  expect(stepPoint(points, ms(90), 1)).toBeUndefined();
  expect(stepPoint(points, ms(0), -1)).toBeUndefined();
});

test('a step is the nearest point on its side', () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }));
  fc.assert(
    fc.property(times, fc.integer({ min: -10, max: 1010 }), (unsorted, at) => {
      const points = unsorted.sort((a, b) => a - b) as number[] as Ms[];
      expect(stepPoint(points, ms(at), 1)).toBe(points.find((point) => point > at));
      expect(stepPoint(points, ms(at), -1)).toBe(points.findLast((point) => point < at));
    }),
  );
});
