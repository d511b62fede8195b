import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SessionId } from '#core/ids.ts';
import { readTail, removeTail, removeTails, writeTail } from './tail.ts';

/** Storage with room for so many characters. */
function storage(room: number): Storage {
  const values: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => values[key] ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new Error('full');
      values[key] = value;
    },
    removeItem: (key: string) => delete values[key],
  };
  return new Proxy(methods, {
    ownKeys: () => Object.keys(values),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }) as unknown as Storage;
}

const batch = (session: string, tab: number, count = 4) => ({
  session: session as SessionId,
  tab,
  first: 10,
  events: Array.from({ length: count }, (_, at) => ({ type: 3, data: {}, timestamp: 100 + at })),
});

beforeEach(() => void vi.stubGlobal('localStorage', storage(100_000)));
afterEach(() => void vi.unstubAllGlobals());

test('a tail comes back to its tab, or to another once its own is gone', () => {
  writeTail(batch('a', 0));
  writeTail(batch('a', 1));
  expect(readTail(batch('a', 1))).toEqual(batch('a', 1));
  removeTail(batch('a', 1));
  expect(readTail(batch('a', 1))).toEqual(batch('a', 0));
});

test('removing the tails of one session leaves the others', () => {
  writeTail(batch('a', 0));
  writeTail(batch('b', 0));
  removeTails('a');
  expect(readTail(undefined)?.session).toBe('b');
  removeTails(undefined);
  expect(readTail(undefined)).toBeUndefined();
});

test('what does not fit is named as lost since the last event that did', () => {
  vi.stubGlobal('localStorage', storage(300));
  writeTail(batch('a', 0, 40));
  const tail = readTail(undefined);
  expect(tail?.events.length).toBeLessThan(40);
  expect(tail?.lostSince).toBe(tail?.events.at(-1)?.timestamp);
});

test('blocked storage is no failure', () => {
  vi.stubGlobal('localStorage', undefined);
  writeTail(batch('a', 0));
  expect(readTail(undefined)).toBeUndefined();
});
