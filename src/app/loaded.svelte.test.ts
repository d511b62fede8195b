import { expect, test } from 'vitest';
import { Loaded } from './loaded.svelte.ts';

function answers<T>() {
  const waiting: ((value: T) => void)[] = [];
  const load = () => new Promise<T>((resolve) => waiting.push(resolve));
  return { load, answer: (turn: number, value: T) => waiting[turn]!(value) };
}

test('a late answer never replaces a later one', async () => {
  const { load, answer } = answers<string>();
  const loaded = new Loaded(load);
  const second = loaded.refresh();
  answer(1, 'new');
  await second;
  answer(0, 'old');
  await Promise.resolve();
  expect(loaded.value).toBe('new');
});

test('what is here stays while it is fetched again, and goes when starting over', async () => {
  const { load, answer } = answers<number>();
  const loaded = new Loaded(load);
  answer(0, 1);
  await Promise.resolve();
  expect(loaded.value).toBe(1);
  void loaded.refresh();
  expect(loaded.value).toBe(1);
  void loaded.reload();
  expect(loaded.state).toEqual({ kind: 'loading' });
});

test('a part shows while the rest is on its way, but never in place of the whole', async () => {
  const arrivals: ((some: number[]) => void)[] = [];
  const loaded = new Loaded<number[]>(async (arrive) => {
    arrivals.push(arrive);
    await Promise.resolve();
    return [1, 2, 3];
  });
  arrivals[0]!([1]);
  expect([loaded.value, loaded.isWhole]).toEqual([[1], false]);
  await loaded.refresh();
  arrivals[1]!([1]);
  expect([loaded.value, loaded.isWhole]).toEqual([[1, 2, 3], true]);
});

test('trouble becomes a failure with a sentence', async () => {
  const loaded = new Loaded(() => Promise.reject(new TypeError('Failed to fetch')));
  await loaded.refresh();
  expect(loaded.state).toMatchObject({ kind: 'failed', failure: { kind: 'offline' } });
});
