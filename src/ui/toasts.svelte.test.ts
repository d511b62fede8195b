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
