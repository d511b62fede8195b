import { expect, test } from 'vitest';
import { everyFacts, nothingToLabel, whyNot, type Facts } from './key-facts.ts';

const editing: Facts = { ...nothingToLabel, editable: true };
const naming = (facts: Facts) => facts.editable && facts.taskSelected;

test('what holds needs no reason', () => {
  expect(whyNot(naming, { ...editing, taskSelected: true })).toBeUndefined();
});

test('the reason is as little as would have to be otherwise', () => {
  expect(whyNot(naming, editing)).toBe('Choose a task first.');
  expect(whyNot((facts) => !facts.editable, editing)).toBe('This annotation is still open.');
  expect(whyNot(naming, nothingToLabel)).toBe(
    'This annotation can’t be changed as it stands. Choose a task first.',
  );
});

test('every way things can stand is gone through once', () => {
  const told = everyFacts.map((facts) => JSON.stringify(facts));
  expect(new Set(told).size).toBe(2 ** Object.keys(nothingToLabel).length);
});
