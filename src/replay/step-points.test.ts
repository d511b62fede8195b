import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms, type Ms } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';
import { stepPoint, stepPoints } from './step-points.ts';

const visit = (startsMs: number, endsMs: number, more: Partial<PageVisit> = {}): PageVisit => ({
  tab: 0,
  url: 'https://desk.example/',
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  ...more,
});

const pagePoints = (...pages: PageVisit[]) =>
  stepPoints('page', { actions: [], keystrokes: [], pages });

test('points ascend and stand once each', () => {
  expect(pagePoints(visit(500, 900), visit(0, 500), visit(500, 700))).toEqual([0, 501]);
});

test('a page is stepped to where it can be seen', () => {
  expect(pagePoints(visit(0, 500), visit(500, 900, { shownMs: ms(540) }))).toEqual([0, 541]);
});

test('what was only passed through is no page to step to, unless nothing came after it', () => {
  expect(pagePoints(visit(0, 500), visit(500, 600), visit(600, 900))).toEqual([0, 601]);
  expect(pagePoints(visit(0, 500), visit(500, 600, { tab: 1 }), visit(600, 900))).toEqual([
    0, 501, 601,
  ]);
  expect(pagePoints(visit(0, 500), visit(500, 600))).toEqual([0, 501]);
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
