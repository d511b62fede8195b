import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clampLag,
  measureLag,
  measuringMs,
  noLag,
  planMarks,
  readLag,
  writeLag,
} from './reaction-lag.ts';
import { epochMs } from './time.ts';

const lag = (marks: number[], presses: number[]) => {
  const measured = measureLag(marks, presses);
  return measured.ok ? measured.value : measured.problems[0]!.sentence;
};

const marks = [1000, 2200, 3900, 5000, 6300];

test('the lag is the median, so that one slip does not count', () => {
  expect(lag(marks, [1200, 2440, 4150, 5900, 6510])).toBe(240);
  expect(lag(marks.slice(0, 4), [1200, 2420, 4160, 5280])).toBe(240);
});

test('presses before any mark, and second ones, count for nothing', () => {
  expect(lag(marks, [10, 990, 1200, 1201, 1400, 2400, 4100, 5200, 6500])).toBe(200);
});

test('an answer that came too late is none, and too few say so', () => {
  expect(lag(marks, [2100, 3300])).toMatch(/Only 0 of 5 marks were answered/);
  expect(lag(marks, [1200, 2400, 4100])).toMatch(/Only 3 of 5/);
});

test('marks come irregularly, within the ten seconds, and each can be answered', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20 }), (dice) => {
      let next = 0;
      const planned = planMarks(() => dice[next++ % dice.length]!);
      expect(planned.length).toBeGreaterThanOrEqual(4);
      const waits = planned.map((at, index) => at - (planned[index - 1] ?? 0));
      expect(Math.min(...waits, measuringMs - planned.at(-1)!)).toBeGreaterThanOrEqual(1000);
    }),
  );
});

test('whoever answers after the same time each mark has that lag', () => {
  fc.assert(
    fc.property(fc.nat(999), (late) => {
      const planned = planMarks(() => 0.5);
      expect(
        lag(
          [...planned],
          planned.map((at) => at + late),
        ),
      ).toBe(late);
    }),
  );
});

test('what is kept is read again, and nonsense is no lag', () => {
  expect(readLag(writeLag({ lagMs: 240, measuredAt: epochMs(5000) }))).toEqual({
    lagMs: 240,
    measuredAt: 5000,
  });
  expect(readLag(writeLag(noLag))).toEqual(noLag);
  expect(readLag('soon')).toEqual(noLag);
  expect(readLag(undefined)).toEqual(noLag);
  expect(clampLag(4000)).toBe(1000);
});
