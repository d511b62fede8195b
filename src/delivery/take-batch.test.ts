import { expect, test } from 'vitest';
import { epochMs } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { StreamRow } from './kept-recording.ts';
import { takeBatch } from './take-batch.ts';

const startedAt = epochMs(1_000_000);
const empty: StreamRow = {
  next: 0,
  row: 0,
  seq: 0,
  lastAt: startedAt,
  shift: 0,
  wholeAt: startedAt,
  ended: true,
  gaps: [],
};
const at = (ms: number, type = 3): RecordedEvent => ({ type, data: {}, timestamp: startedAt + ms });
const timesOf = (rows: readonly { events: readonly RecordedEvent[] }[]) =>
  rows.map(({ events }) => events.map(({ timestamp }) => timestamp - startedAt));

test('what was there already is left out', () => {
  const { stream } = takeBatch(empty, { first: 0, events: [at(1), at(2), at(3)] }, startedAt);
  expect(stream.next).toBe(3);
  const again = takeBatch(stream, { first: 1, events: [at(2), at(3), at(4)] }, startedAt);
  expect(again.stream.next).toBe(4);
  expect(timesOf(again.rows)).toEqual([[4]]);
  expect(takeBatch(stream, { first: 0, events: [at(1)] }, startedAt).rows).toEqual([]);
});

test('what never came is named before what comes after it', () => {
  const { stream } = takeBatch(empty, { first: 0, events: [at(10)] }, startedAt);
  const { rows, stream: after } = takeBatch(stream, { first: 5, events: [at(90)] }, startedAt);
  expect(rows.flatMap(({ events }) => events)).toMatchObject([
    { data: { plugin: 'tasktape/gap@1', payload: { reason: 'lost', since: startedAt + 10 } } },
    { timestamp: startedAt + 90 },
  ]);
  expect(after).toMatchObject({
    next: 6,
    gaps: [{ startsMs: 10, endsMs: 90, reason: 'lost' }],
  });
});

test('a clock that was set back goes on from where it was, and that is noted', () => {
  const events = [at(60_000), at(1_000), at(1_500), at(70_000)];
  const { rows, stream } = takeBatch(
    { ...empty, wholeAt: startedAt + 60_000 },
    { first: 0, events },
    startedAt,
  );
  expect(timesOf(rows)).toEqual([[60_000, 60_000, 60_500, 70_000]]);
  expect(stream).toMatchObject({ shift: 0, gaps: [{ reason: 'clock-jump', removedMs: 59_000 }] });
});

test('a chunk ends before a snapshot, and before a keyframe is due', () => {
  const events = [at(0), at(5, 4), at(6, 2), at(20_000), at(30_006), at(59_000)];
  const { rows } = takeBatch(empty, { first: 0, events }, startedAt);
  expect(rows.map(({ cut }) => cut)).toEqual([undefined, 'snapshot', 'keyframe']);
  expect(timesOf(rows)).toEqual([[0], [5, 6, 20_000], [30_006, 59_000]]);
});

test('times before the start or far beyond it are held within', () => {
  const { rows } = takeBatch(
    empty,
    { first: 0, events: [at(-500), at(40 * 24 * 3_600_000)] },
    startedAt,
  );
  expect(timesOf(rows).flat()).toEqual([0, 29 * 24 * 3_600_000]);
});
