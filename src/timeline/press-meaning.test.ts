import { expect, test } from 'vitest';
import { pressMeans } from './press-meaning.ts';

test.each([
  ['a drag moves along', 0, false, 200, 'pan'],
  ['with Shift it makes a window, on the playhead too', 0, true, 0, 'window'],
  ['on the playhead it scrubs', 0, false, -3, 'scrub'],
  ['the middle button always moves along', 1, true, 0, 'pan'],
] as const)('%s', (_, button, shiftKey, besidePx, meaning) => {
  expect(pressMeans({ button, shiftKey }, besidePx)).toBe(meaning);
});
