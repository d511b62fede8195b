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
  expect(lag(marks, [1200, 2440, 4150, 5850, 6510])).toBe(240);
  expect(lag([...marks, 7600], [1200, 2420, 4160, 5280, 6540, 7840])).toBe(240);
});

test('one press that answers nothing is forgiven, more are not', () => {
  const answers = [1200, 2400, 4100, 5200, 6500];
  expect(lag(marks, [990, ...answers])).toBe(200);
  expect(lag(marks, [1200, 1300, ...answers.slice(1)])).toBe(200);
  expect(lag(marks, [990, 1200, 1300, ...answers.slice(1)])).toBe(
    'Not steady enough to go by: 2 presses answered no jump.',
  );
});

test('what came too soon or too late is no answer, and too few say so', () => {
  const after = (late: number) => marks.map((at) => at + late);
  expect(lag(marks, after(119))).toMatch(/: 0 of 5 jumps were answered/);
  expect(lag(marks, after(901))).toMatch(/: 0 of 5 jumps were answered/);
  expect(lag(marks, [1200, 2400, 4100, 5200])).toMatch(/: 4 of 5 jumps/);
  expect(lag(marks.slice(0, 4), [1200, 2400, 4100, 5200])).toMatch(/: 4 of 4 jumps/);
  const [more, late] = [
    [...marks, 7600, 8800, 9900],
    [1200, 2400, 4100, 5200, 6500],
  ];
  expect(lag(more, late)).toMatch(/: 5 of 8 jumps/);
});

test('answers that come now soon and now late are none to go by', () => {
  expect(lag(marks, [1150, 2800, 4200, 5850, 6750])).toMatch(/far later than others/);
});

test('a steady beat is no answer, wherever it begins', () => {
  for (const beatMs of [500, 700, 900, 1000])
    for (let begins = 0; begins < beatMs; begins += 50) {
      const presses: number[] = [];
      for (let at = begins; at < measuringMs; at += beatMs) presses.push(at);
      expect(lag([1630, 2690, 4340, 5470, 7110, 8240], presses)).toMatch(/^Not steady enough/);
    }
});

test('marks come irregularly, within the ten seconds, and each can be answered', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20 }), (dice) => {
      let next = 0;
      const planned = planMarks(() => dice[next++ % dice.length]!);
      expect(planned.length).toBeGreaterThanOrEqual(5);
      const waits = planned.map((at, index) => at - (planned[index - 1] ?? 0));
      expect(Math.min(...waits, measuringMs - planned.at(-1)!)).toBeGreaterThanOrEqual(1000);
    }),
  );
});

test('whoever answers each mark after the same time has that lag', () => {
  fc.assert(
    fc.property(fc.integer({ min: 120, max: 900 }), (late) => {
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
