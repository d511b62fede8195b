import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EventBatch } from '#delivery/keeper-messages.ts';
import type { SessionId } from '#core/ids.ts';
import { Outbox } from './outbox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const event = (timestamp: number) => ({ type: 3, data: {}, timestamp });

function open(next = 0) {
  const sent: EventBatch[] = [];
  const giveUp = vi.fn();
  const send = (batch: EventBatch) => void sent.push(batch);
  const outbox = new Outbox({ session: 's' as SessionId, tab: 1, next, send, giveUp });
  return { outbox, sent, giveUp };
}

test('events go in batches, numbered from where the tab stood', () => {
  const { outbox, sent } = open(7);
  outbox.add(event(1));
  outbox.add(event(2));
  vi.advanceTimersByTime(250);
  outbox.add(event(3));
  outbox.flush();
  expect(sent.map(({ first, events }) => [first, events.length])).toEqual([
    [7, 2],
    [9, 1],
  ]);
});

test('a hundred events do not wait', () => {
  const { outbox, sent } = open();
  for (let at = 0; at < 100; at += 1) outbox.add(event(at));
  expect(sent).toHaveLength(1);
});

test('what the keeper has is let go, the rest is held with its number', () => {
  const { outbox } = open();
  for (let at = 0; at < 5; at += 1) outbox.add(event(at));
  outbox.flush();
  outbox.add(event(5));
  outbox.kept(2);
  expect(outbox.unkept).toMatchObject({ first: 3, tab: 1 });
  expect(outbox.unkept?.events.map(({ timestamp }) => timestamp)).toEqual([3, 4, 5]);
  outbox.kept(1);
  expect(outbox.unkept?.first).toBe(3);
});

test('a keeper that is silent for long is given up, one that answers is not', () => {
  const silent = open();
  silent.outbox.add(event(1));
  vi.advanceTimersByTime(60_000);
  expect(silent.giveUp).toHaveBeenCalledOnce();
  expect(silent.outbox.unkept?.events).toHaveLength(1);
  const answering = open();
  for (let at = 0; at < 30; at += 1) {
    answering.outbox.add(event(at));
    answering.outbox.flush();
    vi.advanceTimersByTime(4000);
    answering.outbox.kept(at);
  }
  expect(answering.giveUp).not.toHaveBeenCalled();
});

test('what is held never outgrows its bound', () => {
  const { outbox, giveUp } = open();
  outbox.add({ type: 3, data: 'x'.repeat(11_000_000), timestamp: 1 });
  vi.advanceTimersByTime(10_000);
  expect(giveUp).toHaveBeenCalledOnce();
});
