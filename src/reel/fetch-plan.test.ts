import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { fetchPlan, type Outlook } from './fetch-plan.ts';
import { stripsOf } from './tab-strip.ts';

/** Half a minute each, in tab 0; tab 1 has one in the fourth minute. */
const chunk = (tab: number, seq: number, from: number) => ({
  tab,
  seq,
  startsMs: ms(from),
  endsMs: ms(from + 30_000),
  events: 10,
  bytes: 1000,
  sha256: '',
  path: `${tab}-${seq}`,
  keyframe: { path: `${tab}-${seq}.key`, sha256: '', sheets: [] },
});
const strips = stripsOf([
  ...Array.from({ length: 20 }, (_, seq) => chunk(0, seq, seq * 30_000)),
  chunk(1, 0, 200_000),
]);
const plan = (outlook: Partial<Outlook>) =>
  fetchPlan({ strips, tab: 0, at: ms(0), speed: 0, hover: undefined, ...outlook }).map(
    ({ path }) => path,
  );

test('standing still it looks one chunk ahead, and playing as far as the speed takes it', () => {
  expect(plan({})).toEqual(['0-0', '0-1']);
  expect(plan({ speed: 8 }).slice(0, 6)).toEqual(['0-0', '0-1', '0-2', '0-3', '0-4', '0-5']);
});

test('then what the pointer rests on, other tabs that are near, and what lies behind', () => {
  const at = ms(195_000);
  expect(plan({ at, speed: 1, hover: ms(470_000) })).toEqual([
    ...['0-6', '0-7'],
    ...['0-15.key', '0-15'],
    ...['1-0.key', '1-0'],
    ...['0-5.key', '0-5'],
  ]);
});
