import { expect, test } from 'vitest';
import { firstDelayMs, longestDelayMs, Objects, tries } from './objects.ts';

const bytes = new Uint8Array(10);

function objects() {
  const fetched: string[] = [];
  const dropped: string[] = [];
  const delays: number[] = [];
  const rests: (() => void)[] = [];
  let plan: { ref: { path: string; sha256: string }; urgent: boolean }[] = [];
  const own = new Objects({
    fetch: (path) => fetched.push(path),
    neverMind: (path) => dropped.push(path),
    later: (delayMs, call) => {
      delays.push(delayMs);
      rests.push(call);
    },
    onRested: () => own.want(plan),
  });
  const want = (urgent: string, soon = '') => {
    const refs = (paths: string, isUrgent: boolean) =>
      [...paths].map((path) => ({ ref: { path, sha256: '' }, urgent: isUrgent }));
    plan = [...refs(urgent, true), ...refs(soon, false)];
    own.want(plan);
  };
  const rest = () => rests.splice(0).forEach((call) => call());
  return { own, fetched, dropped, delays, want, rest };
}

test('a few are open at a time, and one place is held for what is urgent', () => {
  const { own, fetched, want } = objects();
  want('', 'abcdef');
  expect(fetched.join('')).toBe('abc');
  want('x', 'abcdef');
  expect(fetched.join('')).toBe('abcx');
  own.take('a', bytes);
  want('x', 'abcdef');
  expect(fetched.join('')).toBe('abcx');
  own.take('x', bytes);
  want('x', 'abcdef');
  expect(fetched.join('')).toBe('abcxd');
});

test('what is not wanted any more is let go, and what is urgent takes the place of what is not', () => {
  const { fetched, dropped, want } = objects();
  want('', 'abc');
  want('xy', 'abc');
  expect(dropped.join('')).toBe('c');
  want('z');
  expect(dropped.join('')).toBe('cabxy');
  expect(fetched.at(-1)).toBe('z');
});

test('it waits longer after each failure, and gives up with the reason', () => {
  const { own, fetched, delays, want, rest } = objects();
  want('a');
  for (let attempt = 0; attempt < tries; attempt += 1) {
    own.fail('a', 'no room', false);
    expect(own.retrying).toBe(attempt < tries - 1 ? 1 : 0);
    rest();
  }
  expect(fetched).toHaveLength(tries);
  expect(delays).toEqual([firstDelayMs, firstDelayMs * 2, firstDelayMs * 4]);
  expect(own.whyLost('a')).toMatch(/4 tries \(no room\)/);
  own.retry();
  want('a');
  expect(fetched).toHaveLength(tries + 1);
});

test('nothing is given up while the server is away', () => {
  const { own, fetched, delays, want, rest } = objects();
  want('a');
  for (let attempt = 0; attempt < 9; attempt += 1) {
    own.fail('a', 'away', true);
    rest();
  }
  expect(fetched).toHaveLength(10);
  expect(delays.at(-1)).toBe(longestDelayMs);
  expect(own.whyLost('a')).toBeUndefined();
  own.fail('a', 'no room', false);
  expect(own.retrying).toBe(1);
});

test('what comes damaged is asked for once more', () => {
  const { own, fetched, want } = objects();
  for (const known of [undefined, 'damaged']) {
    want('a');
    own.take('a', bytes);
    own.damaged('a', 'damaged');
    expect(own.whyLost('a')).toBe(known);
  }
  want('a');
  expect(fetched).toEqual(['a', 'a']);
});

test('an answer to what was let go is not kept', () => {
  const { own, want } = objects();
  want('a');
  want('');
  own.take('a', bytes);
  expect(own.has('a')).toBe(false);
});
