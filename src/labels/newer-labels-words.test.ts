import { expect, test } from 'vitest';
import { moveLines, moveSentence } from './newer-labels-words.ts';

const moves = [
  { from: 'Find', to: 'Look up', retired: false },
  { from: 'Order', to: 'Order', retired: false },
  { from: 'Find', to: 'Look up', retired: false },
  { from: 'Stock', to: 'Stock', retired: true },
  { from: 'Count', retired: false },
];

test('what changes is told by intent, and what stays is not', () => {
  expect(moveLines(moves).map(({ from, words, tasks }) => `${tasks} “${from}” ${words}`)).toEqual([
    '2 “Find” is now “Look up”',
    '1 “Stock” is no longer used: choose another',
    '1 “Count” is gone: choose another',
  ]);
});

test('how much changes, in a sentence', () => {
  expect(moveSentence(moves)).toBe('4 of your tasks change their intent.');
  expect(moveSentence(moves.slice(3, 4))).toBe('1 of your tasks changes its intent.');
  expect(moveSentence(moves.slice(1, 2))).toBe('Your tasks keep their intents.');
  expect(moveSentence([])).toBe('None of your tasks has an intent yet.');
});
