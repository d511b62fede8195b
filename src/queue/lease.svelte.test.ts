import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { epochMs } from '#core/time.ts';
import { idleAfterMs, Lease, type Renewed } from './lease.svelte.ts';

const minute = 60_000;
const leaseMs = 60 * minute;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

function open() {
  const at = { seen: true, busy: false, answer: 'held' as Renewed['kind'], asked: 0 };
  const lease = new Lease({
    renew: () => {
      at.asked += 1;
      const until = epochMs(Date.now() + leaseMs);
      const answers: Record<Renewed['kind'], Renewed> = {
        held: { kind: 'held', until },
        taken: { kind: 'taken', until },
        away: { kind: 'away' },
        ended: { kind: 'ended', sentence: 'The contributor has taken this session back.' },
      };
      return Promise.resolve(answers[at.answer]);
    },
    now: () => epochMs(Date.now()),
    isSeen: () => at.seen,
    isBusy: () => at.busy,
  });
  lease.start();
  return { lease, at, wait: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

test('it is renewed every minute while somebody is at it', async () => {
  const { lease, at, wait } = open();
  await wait(5 * minute);
  expect(at.asked).toBe(6);
  expect(lease.state).toEqual({ kind: 'held' });
});

test('who has done nothing for ten minutes is told when it goes back, and going on keeps it', async () => {
  const { lease, at, wait } = open();
  await wait(idleAfterMs + minute);
  const asked = at.asked;
  expect(lease.state).toMatchObject({ kind: 'idle' });
  await wait(10 * minute);
  expect(at.asked).toBe(asked);
  lease.touch();
  await wait(0);
  expect(lease.state).toEqual({ kind: 'held' });
  expect(at.asked).toBe(asked + 1);
});

test('left alone it lapses, and says so', async () => {
  const { lease, wait } = open();
  await wait(idleAfterMs + leaseMs + minute);
  expect(lease.state).toMatchObject({ kind: 'lapsed' });
});

test('a replay that plays is somebody at work', async () => {
  const { lease, at, wait } = open();
  at.busy = true;
  await wait(3 * idleAfterMs);
  expect(lease.state).toEqual({ kind: 'held' });
  expect(at.asked).toBe(31);
});

test('a window nobody sees renews nothing, and catches up once it is seen', async () => {
  const { lease, at, wait } = open();
  await wait(0);
  at.seen = false;
  await wait(5 * minute);
  expect(at.asked).toBe(1);
  at.seen = true;
  lease.wake();
  await wait(0);
  expect(at.asked).toBe(2);
});

test('a server that is away is asked ever more seldom, and nobody is told they lost it', async () => {
  const { lease, at, wait } = open();
  at.answer = 'away';
  at.busy = true;
  await wait(30 * minute);
  expect(at.asked).toBeLessThan(8);
  expect(lease.state).toEqual({ kind: 'held' });
  at.answer = 'held';
  lease.wake();
  await wait(2 * minute);
  expect(at.asked).toBeGreaterThan(2);
});

test('that somebody else has it is told, and that it came back', async () => {
  const { lease, at, wait } = open();
  at.answer = 'taken';
  await wait(minute);
  expect(lease.state).toMatchObject({ kind: 'taken' });
  at.answer = 'held';
  await wait(2 * minute);
  expect(lease.state).toEqual({ kind: 'held' });
});

test('what the contributor took back is asked for no more', async () => {
  const { lease, at, wait } = open();
  await wait(0);
  at.answer = 'ended';
  await wait(10 * minute);
  expect(at.asked).toBe(2);
  expect(lease.state).toMatchObject({ kind: 'ended' });
});

test('a stopped lease is silent', async () => {
  const { lease, at, wait } = open();
  await wait(0);
  lease.stop();
  await wait(10 * minute);
  expect(at.asked).toBe(1);
});
