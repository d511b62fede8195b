import { expect, test } from 'vitest';
import { ariaKeys, keyCaps } from './key-caps.ts';

test.each([
  ['mod+enter', '⌘⏎', 'Ctrl ⏎'],
  ['shift+arrowleft', '⇧←', 'Shift ←'],
  ['l', 'L', 'L'],
  ['/', '/', '/'],
])('%s is written %s on Apple and %s elsewhere', (chord, apple, other) => {
  expect(keyCaps(chord, true)).toBe(apple);
  expect(keyCaps(chord, false)).toBe(other);
});

test('the plus is a key as well', () => {
  expect(keyCaps('+', false)).toBe('+');
  expect(keyCaps('mod++', false)).toBe('Ctrl +');
});

test.each([
  ['shift+1', 'Shift+1'],
  ['mod+enter', 'Control+Enter'],
  ['alt+arrowleft', 'Alt+ArrowLeft'],
  ['mod++', 'Control+Plus'],
  ['a', 'A'],
  ['', undefined],
])('%s is read out as %s', (chord, told) => {
  expect(ariaKeys(chord, false)).toBe(told);
});
