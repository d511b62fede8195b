import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SessionId } from '#core/ids.ts';
import { UpNext } from './up-next.ts';

const first = 'first' as SessionId;
const minute = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function source() {
  const did: string[] = [];
  let arrive: (id: SessionId | undefined) => void = () => undefined;
  let fail: (cause: Error) => void = () => undefined;
  return {
    did,
    arrive: async (id: SessionId | undefined) => {
      arrive(id);
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: () => fail(new Error('The server can’t be reached.')),
    of: {
      read: () => {
        did.push('read');
        return new Promise<{ sessionId: SessionId; value: string } | undefined>(
          (resolve, reject) => {
            arrive = (id) => resolve(id && { sessionId: id, value: `all of ${id}` });
            fail = reject;
          },
        );
      },
      renew: ({ sessionId }: { sessionId: SessionId }) =>
        Promise.resolve(did.push(`renew ${sessionId}`)),
      giveBack: ({ sessionId }: { sessionId: SessionId }) =>
        Promise.resolve(did.push(`give back ${sessionId}`)),
    },
  };
}

test('one is read ahead, once, and handed over whole', async () => {
  const next = new UpNext<string>();
  const from = source();
  void next.readAhead(from.of);
  void next.readAhead(from.of);
  await from.arrive(first);
  void next.readAhead(from.of);
  expect(await next.settled()).toBe(first);
  expect(next.take('another' as SessionId)).toBeUndefined();
  expect(next.take(first)).toBe('all of first');
  expect(next.take(first)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(from.did).toEqual(['read']);
});

test('going on waits for what is on its way', async () => {
  const next = new UpNext<string>();
  const from = source();
  void next.readAhead(from.of);
  const settled = next.settled();
  await from.arrive(first);
  expect(await settled).toBe(first);
});

test('while it waits it is kept, but not for ever', async () => {
  const next = new UpNext<string>();
  const from = source();
  void next.readAhead(from.of);
  await from.arrive(first);
  await vi.advanceTimersByTimeAsync(5 * minute);
  expect(from.did).toEqual(['read', 'renew first', 'renew first']);
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(from.did.at(-1)).toBe('give back first');
  expect(from.did.filter((act) => act.startsWith('give back'))).toHaveLength(1);
  expect(next.session).toBeUndefined();
});

test('what is dropped goes back, also when it only arrives then', async () => {
  const next = new UpNext<string>();
  const from = source();
  void next.readAhead(from.of);
  next.drop();
  await from.arrive(first);
  expect(next.session).toBeUndefined();
  expect(from.did).toEqual(['read', 'give back first']);
});

test('an empty queue, or a server that is away, leaves nothing, and is asked again', async () => {
  const next = new UpNext<string>();
  const from = source();
  void next.readAhead(from.of);
  await from.arrive(undefined);
  expect(await next.settled()).toBeUndefined();
  void next.readAhead(from.of);
  from.fail();
  expect(await next.settled()).toBeUndefined();
  void next.readAhead(from.of);
  expect(from.did).toEqual(['read', 'read', 'read']);
});
