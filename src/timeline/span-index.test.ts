import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms, type Span } from '#core/time.ts';
import { indexSpans, lowerBound, rangeIn } from './span-index.ts';

const span = (startsMs: number, endsMs: number): Span => ({
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
});
const spans = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 300 }))
  .map(([start, length]) => span(start, start + length));

test('no span that touches the view is left out, and none past it is kept', () => {
  fc.assert(
    fc.property(fc.array(spans), spans, (all, view) => {
      const index = indexSpans(all);
      const [first, end] = rangeIn(index, view);
      for (const [at, item] of index.items.entries()) {
        const touches = item.startsMs <= view.endsMs && item.endsMs >= view.startsMs;
        if (touches) expect(at >= first && at < end).toBe(true);
        if (item.startsMs > view.endsMs) expect(at).toBeGreaterThanOrEqual(end);
      }
    }),
  );
});

test('the lower bound is the first value not below', () => {
  const values = [1, 3, 3, 8];
  const bound = (of: number, from = 0) =>
    lowerBound(values.length, (index) => values[index]!, of, from);
  expect([bound(0), bound(3), bound(4), bound(9), bound(0, 2)]).toEqual([0, 1, 3, 4, 2]);
});
