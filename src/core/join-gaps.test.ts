import { expect, it } from 'vitest';
import { joinGaps } from './join-gaps.ts';
import { ms } from './time.ts';
import type { Gap } from './track.ts';

const gap = (reason: Gap['reason'], from: number, to: number): Gap => ({
  reason,
  startsMs: ms(from),
  endsMs: ms(to),
});
const quiet = { activityFromMs: ms(0), activity: [] };

/** One event in each of these seconds. */
const busyIn = (...seconds: number[]) => ({
  activityFromMs: ms(0),
  activity: Array.from({ length: 60 }, (_, second) => Number(seconds.includes(second))),
});

it('makes one gap of what two tabs tell of the same pause', () => {
  const told = [gap('paused', 1000, 5000), gap('lost', 2000, 3000), gap('paused', 1010, 5020)];
  expect(joinGaps(told, quiet)).toEqual([gap('paused', 1000, 5020), gap('lost', 2000, 3000)]);
});

it('leaves gaps that only touch as they are', () => {
  const told = [gap('paused', 1000, 2000), gap('paused', 2000, 3000)];
  expect(joinGaps(told, quiet)).toEqual(told);
});

it('is not idle where another tab was used, nor for less than is called idle', () => {
  const told = [gap('idle', 500, 50_500)];
  expect(joinGaps(told, busyIn(0, 50))).toEqual(told);
  expect(joinGaps(told, busyIn(0, 20, 28, 50))).toEqual([
    gap('idle', 500, 20_000),
    gap('idle', 29_000, 50_500),
  ]);
});
