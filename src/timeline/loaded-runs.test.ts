import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { loadedRuns } from './loaded-runs.ts';
import { viewOf } from './sketch-track.ts';

const spans = (...pairs: [number, number][]) =>
  pairs.map(([startsMs, endsMs]) => ({ startsMs: ms(startsMs), endsMs: ms(endsMs) }));

test('what touches or overlaps is one, whatever the order', () => {
  const view = viewOf(0, 10_000);
  expect(loadedRuns(spans([500, 900], [0, 500], [300, 600], [2000, 3000]), view)).toEqual([
    { x: 0, width: 90 },
    { x: 200, width: 100 },
  ]);
});

test('only what is in view is drawn, and never less than a pixel', () => {
  const view = viewOf(10_000, 20_000);
  expect(
    loadedRuns(spans([0, 5000], [9000, 11_000], [15_000, 15_001], [30_000, 31_000]), view),
  ).toEqual([
    { x: 0, width: 100 },
    { x: 500, width: 1 },
  ]);
});
