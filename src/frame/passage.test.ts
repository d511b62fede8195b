import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { Passage } from './passage.ts';

const event = (timestamp: number): RecordedEvent => ({ type: 3, data: { source: 99 }, timestamp });
const passageOf = (...times: number[]) =>
  new Passage({
    ticket: 1,
    tab: 0,
    at: ms(0),
    page: [],
    ahead: { events: times.map(event), until: ms(100) },
  });
const times = (events: readonly RecordedEvent[]) => events.map(({ timestamp }) => timestamp);

test('gives each event once, when its time has passed', () => {
  const passage = passageOf(1, 2, 2, 5);
  expect([1, 2, 3, 3, 9].map((at) => times(passage.due(at)))).toEqual([[], [1], [2, 2], [], [5]]);
});

test('goes on with events that come later', () => {
  const passage = passageOf(1);
  expect(times(passage.due(50))).toEqual([1]);
  passage.push([event(10), event(60)]);
  expect(times(passage.due(50))).toEqual([10]);
});

test('forgets what is long done and nothing else', () => {
  const passage = passageOf(...Array.from({ length: 3000 }, (_, index) => index));
  expect(passage.due(1500)).toHaveLength(1500);
  passage.push([event(3000)]);
  expect(times(passage.due(4000)).slice(-2)).toEqual([2999, 3000]);
});
