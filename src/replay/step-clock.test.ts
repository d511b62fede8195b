import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { planCrossings } from './crossings.ts';
import { stepClock, type ClockRules } from './step-clock.ts';

const gap = (startsMs: number, endsMs: number, reason: Gap['reason'] = 'idle'): Gap => ({
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  reason,
});
const rules = (gaps: readonly Gap[] = [], over: Partial<ClockRules> = {}): ClockRules => ({
  durationMs: ms(600_000),
  crossings: planCrossings(gaps, true),
  speed: 1,
  loop: undefined,
  ...over,
});

test('time passes at the chosen speed', () => {
  expect(stepClock(ms(1000), 16, rules([], { speed: 4 }))).toEqual({
    at: 1064,
    jumped: false,
    ended: false,
  });
});

test('it ends at the end and goes no further', () => {
  expect(stepClock(ms(599_990), 16, rules())).toMatchObject({ at: 600_000, ended: true });
  expect(stepClock(ms(0), 16, rules([], { durationMs: ms(0) }))).toMatchObject({ ended: true });
});

describe('idle', () => {
  const long = gap(10_000, 550_000);

  /** Real time from its start to its end. */
  function takes(idle: Gap): number {
    let frames = 0;
    const by = rules([idle], { durationMs: ms(1e9) });
    while (stepClock(idle.startsMs, frames * 16, by).at < idle.endsMs) frames += 1;
    return frames * 16;
  }

  test('of any length is run through in under three seconds, longer the longer it is', () => {
    const [ten, tenMinutes, tenHours] = [10_000, 600_000, 36_000_000].map((length) =>
      takes(gap(10_000, 10_000 + length)),
    ) as [number, number, number];
    expect(ten).toBeLessThan(tenMinutes);
    expect(tenMinutes).toBeLessThan(tenHours);
    expect(tenHours).toBeLessThan(3000);
  });

  test('is left at its end to the millisecond, so what follows plays as it was', () => {
    const behind = stepClock(ms(10_250), 10_000, rules([long])).at;
    const later = stepClock(ms(10_250), 10_100, rules([long])).at;
    expect(behind).toBeGreaterThan(549_500);
    expect(later - behind).toBeCloseTo(100);
  });

  test('never makes a quick clock slower', () => {
    const short = gap(10_000, 14_000);
    const quick = { speed: 16 };
    expect(stepClock(ms(11_000), 16, rules([short], quick)).at).toBe(11_256);
  });
});

test('a clock jump is jumped, from inside it and on coming to it', () => {
  const by = rules([gap(10_000, 30_000, 'clock-jump')]);
  const there = { at: 30_000, jumped: true, ended: false };
  expect(stepClock(ms(20_000), 16, by)).toEqual(there);
  expect(stepClock(ms(9990), 16, by)).toEqual(there);
  expect(stepClock(ms(9980), 16, by)).toMatchObject({ at: 9996, jumped: false });
});

test('a clock jump up to the end is the end', () => {
  const by = rules([gap(500_000, 600_000, 'clock-jump')]);
  expect(stepClock(ms(499_990), 16, by)).toMatchObject({ at: 600_000, ended: true });
});

describe('a loop', () => {
  const loop = { startsMs: ms(5000), endsMs: ms(6000) };

  test('turns back at its end', () => {
    expect(stepClock(ms(5990), 16, rules([], { loop }))).toMatchObject({ at: 5000, jumped: true });
  });

  test('lets go of a clock that stands behind it', () => {
    expect(stepClock(ms(7000), 16, rules([], { loop }))).toMatchObject({ at: 7016, jumped: false });
  });

  test('turns back at the very end of the session too', () => {
    const whole = { startsMs: ms(0), endsMs: ms(600_000) };
    expect(stepClock(ms(599_990), 16, rules([], { loop: whole }))).toMatchObject({
      at: 0,
      ended: false,
    });
  });

  test('that ends inside a stretch to be crossed is not overrun', () => {
    const by = rules([gap(5500, 400_000)], { loop });
    expect(stepClock(ms(5990), 250, by)).toMatchObject({ at: 5000, jumped: true });
  });
});

const gaps = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 550_000 }),
      fc.integer({ min: 1, max: 60_000 }),
      fc.constantFrom<Gap['reason']>('idle', 'missing-chunk', 'paused', 'lost'),
    )
    .map(([startsMs, length, reason]) => gap(startsMs, startsMs + length, reason)),
  { maxLength: 6 },
);
const speed = fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 4, 8, 16);

test('time passed in two parts comes to the same place as at once', () => {
  fc.assert(
    fc.property(
      gaps,
      speed,
      fc.integer({ min: 0, max: 600_000 }),
      fc.double({ min: 0, max: 20_000, noNaN: true }),
      fc.double({ min: 0, max: 20_000, noNaN: true }),
      (given, atSpeed, from, first, second) => {
        const by = rules(given, { speed: atSpeed });
        const half = stepClock(ms(from), first, by);
        const parts = half.ended ? half : stepClock(half.at, second, by);
        expect(parts.at).toBeCloseTo(stepClock(ms(from), first + second, by).at, 3);
      },
    ),
  );
});

test('it never turns back by itself, nor leaves the session', () => {
  fc.assert(
    fc.property(
      gaps,
      speed,
      fc.integer({ min: 0, max: 600_000 }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      (given, atSpeed, from, elapsed) => {
        const { at } = stepClock(ms(from), elapsed, rules(given, { speed: atSpeed }));
        expect(at).toBeGreaterThanOrEqual(Math.min(600_000, from + elapsed * atSpeed) - 1e-6);
        expect(at).toBeLessThanOrEqual(600_000);
      },
    ),
  );
});
