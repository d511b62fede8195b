import { expect, test } from 'vitest';
import { inputCause } from './input-cause.ts';

test.each([
  ['insertText', true, true, undefined],
  ['insertText', false, true, 'other'],
  ['deleteContentBackward', true, true, undefined],
  ['insertFromPaste', true, true, 'paste'],
  ['insertFromDrop', false, false, 'drop'],
  ['deleteByCut', true, true, 'cut'],
  ['historyUndo', true, true, 'undo'],
  ['historyRedo', true, true, 'redo'],
  ['insertReplacementText', false, true, 'replacement'],
  ['insertReplacementText', false, false, 'autofill'],
  ['', false, false, 'autofill'],
  ['insertFromComposition', true, true, 'composition'],
  ['toString', false, false, 'other'],
] as const)('%s, keyed %s, keys in the visit %s: %s', (type, keyed, visit, cause) => {
  expect(inputCause(type, keyed, visit)).toBe(cause);
});
