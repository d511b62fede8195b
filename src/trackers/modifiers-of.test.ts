import { expect, test } from 'vitest';
import { modifiersOf } from './modifiers-of.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test('modifiers add up bit by bit', () => {
  expect(modifiersOf(none)).toBe(0);
  expect(modifiersOf({ ...none, ctrlKey: true })).toBe(2);
  expect(modifiersOf({ ...none, ctrlKey: true, shiftKey: true })).toBe(10);
  expect(modifiersOf({ altKey: true, ctrlKey: true, metaKey: true, shiftKey: true })).toBe(15);
});
