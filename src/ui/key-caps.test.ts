import { expect, test } from 'vitest';
import { keyCaps } from './key-caps.ts';

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
