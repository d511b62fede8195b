import { expect, test } from 'vitest';
import { ms, type Span } from '#core/time.ts';
import { addUp, f1Of, findBoundaries } from './boundary-f1.ts';

const spans = (...pairs: [number, number][]): Span[] =>
  pairs.map(([startsMs, endsMs]) => ({ startsMs: ms(startsMs), endsMs: ms(endsMs) }));

test('edges within the tolerance count, each once, starts with starts', () => {
  const labeled = spans([0, 10_000], [20_000, 30_000]);
  expect(f1Of(findBoundaries(labeled, labeled, 2000))).toBe(1);
  expect(findBoundaries(spans([2000, 12_001]), labeled, 2000).hits).toBe(1);
  expect(findBoundaries(spans([10_000, 20_000]), labeled, 2000).hits).toBe(0);
  expect(findBoundaries(spans([0, 10_000], [500, 10_500]), labeled, 2000).hits).toBe(2);
});

test('what is suggested too much and what is missed cost the same', () => {
  const one = spans([0, 10_000]);
  const two = spans([0, 10_000], [50_000, 60_000]);
  expect(f1Of(findBoundaries(two, one, 2000))).toBe(f1Of(findBoundaries(one, two, 2000)));
  expect(f1Of(addUp([findBoundaries(one, two, 2000), findBoundaries(two, two, 2000)]))).toBe(
    12 / 14,
  );
  expect(f1Of(findBoundaries([], [], 2000))).toBe(1);
});
