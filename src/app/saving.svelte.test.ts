import { expect, test } from 'vitest';
import { Saving } from './saving.svelte.ts';

test('while one is under way it is busy, and another is not begun', async () => {
  const saving = new Saving();
  let finish = () => {};
  let begun = 0;
  const work = () => {
    begun += 1;
    return new Promise<void>((done) => (finish = done));
  };
  const first = saving.run(work);
  await saving.run(work);
  expect([saving.busy, begun]).toEqual([true, 1]);
  finish();
  await first;
  expect([saving.busy, saving.error]).toEqual([false, undefined]);
});

test('a failure is told in its own words, until the next try', async () => {
  const saving = new Saving();
  await saving.run(() => Promise.reject(new Error('no')));
  expect(saving.error).toBeTruthy();
  await saving.run(() => Promise.resolve());
  expect(saving.error).toBeUndefined();
});
