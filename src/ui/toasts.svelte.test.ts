import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from './toasts.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const told = ({ list }: Toasts) => list.map(({ sentence }) => sentence);

test('the same sentence again takes the place of the one that is shown, and stays as long', () => {
  const toasts = new Toasts();
  toasts.show('Copied.');
  vi.advanceTimersByTime(5000);
  toasts.show('Saved.');
  toasts.show('Copied.');
  expect(told(toasts)).toEqual(['Saved.', 'Copied.']);
  vi.advanceTimersByTime(5000);
  expect(told(toasts)).toEqual(['Saved.', 'Copied.']);
  vi.advanceTimersByTime(5000);
  expect(told(toasts)).toEqual([]);
});

test('two are shown at most, and a refusal gives way to the next one', () => {
  const toasts = new Toasts();
  toasts.show('A task must end after it starts.', { tone: 'refusal' });
  toasts.show('Task removed.');
  toasts.show('It overlaps task 2.', { tone: 'refusal' });
  expect(told(toasts)).toEqual(['Task removed.', 'It overlaps task 2.']);
  toasts.show('Copied.');
  expect(told(toasts)).toEqual(['It overlaps task 2.', 'Copied.']);
  vi.advanceTimersByTime(6000);
  expect(told(toasts)).toEqual([]);
});
