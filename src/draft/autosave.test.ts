import { expect, test } from 'vitest';
import { Autosave, pauseMs } from './autosave.ts';
import { handTimers } from './hand-timers.ts';

test('edits close together are sent once, a moment after the last', async () => {
  const timers = handTimers();
  let sent = 0;
  const autosave = new Autosave(() => Promise.resolve((sent++, 'done')), timers);
  autosave.soon();
  autosave.soon();
  expect(timers.waiting).toEqual([pauseMs]);
  expect(sent).toBe(0);
  await timers.fire();
  expect(sent).toBe(1);
  expect(timers.waiting).toEqual([]);
});

test('while offline it waits longer each time, and new edits do not shorten the wait', async () => {
  const timers = handTimers();
  let answer: 'done' | 'retry' = 'retry';
  const autosave = new Autosave(() => Promise.resolve(answer), timers);
  autosave.soon();
  const waits: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    await timers.fire();
    autosave.soon();
    waits.push(timers.waiting[0]!);
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  answer = 'done';
  await timers.fire();
  autosave.soon();
  expect(timers.waiting).toEqual([pauseMs]);
});

test('one sending at a time', async () => {
  const timers = handTimers();
  let sent = 0;
  let answer = (_: 'done') => {};
  const autosave = new Autosave(() => {
    sent += 1;
    return new Promise((resolve) => (answer = resolve));
  }, timers);
  const first = autosave.now();
  const second = autosave.now();
  expect(sent).toBe(1);
  answer('done');
  await Promise.all([first, second]);
  expect(sent).toBe(1);
});

test('stopping ends the wait', () => {
  const timers = handTimers();
  const autosave = new Autosave(() => Promise.resolve('done'), timers);
  autosave.soon();
  autosave.stop();
  expect(timers.waiting).toEqual([]);
});
