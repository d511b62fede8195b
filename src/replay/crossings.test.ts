import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import type { Gap, PageVisit } from '#core/track.ts';
import { crossingAt, planCrossings, unseen } from './crossings.ts';

const gap = (startsMs: number, endsMs: number, reason: Gap['reason'] = 'idle'): Gap => ({
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  reason,
});
const printed = (gaps: readonly Gap[], skipIdle = true, spared?: Gap) =>
  planCrossings(gaps, skipIdle, spared).map(
    ({ how, startsMs, endsMs }) => `${how} ${startsMs}-${endsMs}`,
  );

test('a stretch plays as it was on its way in and on its way out', () => {
  expect(printed([gap(10_000, 60_000)])).toEqual(['rush 10250-59500']);
});

test('idle of three seconds and less is part of the work', () => {
  expect(printed([gap(10_000, 13_000)])).toEqual([]);
});

test('idle and missing chunks are skipped as asked; what was paused or lost always is', () => {
  const gaps = [
    gap(0, 9000),
    gap(10_000, 19_000, 'missing-chunk'),
    gap(20_000, 29_000, 'paused'),
    gap(30_000, 39_000, 'lost'),
    gap(40_000, 40_001, 'clock-jump'),
  ];
  expect(printed(gaps).length).toBe(5);
  expect(printed(gaps, false)).toEqual([
    'rush 20250-28500',
    'rush 30250-38500',
    'jump 40000-40001',
  ]);
});

test('what is blank is jumped over, always and whole, also out of another stretch', () => {
  const gaps = [
    gap(10_000, 60_000),
    gap(20_000, 20_500, 'not-work'),
    gap(70_000, 71_000, 'not-work'),
  ];
  expect(printed(gaps)).toEqual([
    'rush 10250-19500',
    'jump 20000-20500',
    'rush 20750-59500',
    'jump 70000-71000',
  ]);
  expect(printed(gaps, false, gaps[1])).toEqual(['jump 20000-20500', 'jump 70000-71000']);
});

test('the one that is spared is left out, a jump never', () => {
  const [first, second] = [gap(0, 20_000), gap(30_000, 50_000)];
  expect(printed([first, second], true, first)).toEqual(['rush 30250-49500']);
  const jump = gap(0, 20_000, 'clock-jump');
  expect(printed([jump], true, jump)).toEqual(['jump 0-20000']);
});

const gaps = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 0, max: 50_000 }),
      fc.constantFrom<Gap['reason']>(
        'idle',
        'clock-jump',
        'missing-chunk',
        'paused',
        'lost',
        'not-work',
      ),
    )
    .map(([startsMs, length, reason]) => gap(startsMs, startsMs + length, reason)),
);

test('however gaps lie, crossings ascend and never overlap, and each lies in a gap', () => {
  fc.assert(
    fc.property(gaps, fc.boolean(), fc.integer({ min: 0, max: 150_000 }), (given, skip, at) => {
      const planned = planCrossings(given, skip);
      planned.forEach((each, index) => {
        expect(each.startsMs).toBeGreaterThanOrEqual(planned[index - 1]?.endsMs ?? 0);
        expect(each.endsMs).toBeGreaterThan(each.startsMs);
        expect(each.startsMs).toBeGreaterThanOrEqual(each.gap.startsMs);
        expect(each.endsMs).toBeLessThanOrEqual(each.gap.endsMs);
      });
      expect(crossingAt(planned, ms(at))).toBe(
        planned.find((each) => each.startsMs <= at && at < each.endsMs),
      );
    }),
  );
});

describe('what can’t be seen of a missing chunk', () => {
  const visit = (tab: number, startsMs: number, endsMs: number): PageVisit => ({
    tab,
    url: 'https://desk.example/',
    startsMs: ms(startsMs),
    endsMs: ms(endsMs),
  });
  const missing = { ...gap(10_000, 60_000, 'missing-chunk'), tab: 0 };

  test('is all of it where there is one tab', () => {
    expect(unseen([missing], [visit(0, 0, 30_000), visit(0, 30_000, 90_000)])).toEqual([missing]);
  });

  test('is only what lies in front where another tab goes on', () => {
    const pages = [visit(0, 0, 90_000), visit(1, 20_000, 40_000)];
    expect(unseen([missing], pages)).toMatchObject([
      { startsMs: 10_000, endsMs: 20_000 },
      { startsMs: 40_000, endsMs: 60_000 },
    ]);
  });
});
