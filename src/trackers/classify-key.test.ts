import { expect, test } from 'vitest';
import { classifyKey } from './classify-key.ts';

test.each([
  ['a', 'letter'],
  ['Ł', 'letter'],
  ['字', 'letter'],
  ['7', 'digit'],
  ['٣', 'digit'],
  [' ', 'space'],
  ['@', 'symbol'],
  ['£', 'symbol'],
  ['Enter', 'enter'],
  ['Tab', 'tab'],
  ['Escape', 'escape'],
  ['Backspace', 'edit'],
  ['Delete', 'edit'],
  ['ArrowLeft', 'navigation'],
  ['PageDown', 'navigation'],
  ['Shift', 'modifier'],
  ['Meta', 'modifier'],
  ['F2', 'function'],
  ['F', 'letter'],
  ['Dead', 'other'],
  ['Process', 'other'],
  ['toString', 'other'],
  ['', 'other'],
] as const)('the key “%s” is of class %s', (key, expected) => {
  expect(classifyKey(key)).toBe(expected);
});
