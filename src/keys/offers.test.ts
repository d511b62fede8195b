import { expect, test } from 'vitest';
import type { Command } from './command-for.ts';
import { nothingToLabel } from './key-facts.ts';
import { findOffers, offersOf } from './offers.ts';
import { screens } from './screens.ts';

const all: readonly Command[] = screens.Labeling;
const editing = { ...nothingToLabel, editable: true };
const names: Readonly<Record<string, string>> = { 'shift+1': 'success', 'shift+2': 'partial' };
const offers = offersOf(all, editing, (id, chord) => (id === 'outcome' ? names[chord] : undefined));
const idsOf = (typed: string) => findOffers(offers, typed).map(({ value }) => value);

test('words find a command in any order, by its title or its group', () => {
  expect(idsOf('starts task here')[0]).toBe('start');
  expect(idsOf('edges earlier')).toContain('slightly earlier');
  expect(idsOf('no such thing')).toEqual([]);
});

test('what can be done stands before what can’t, which says why', () => {
  const found = findOffers(offers, 'task');
  const firstBarred = found.findIndex((offer) => offer.whyNot);
  expect(found.slice(firstBarred).every((offer) => offer.whyNot)).toBe(true);
  expect(found.find(({ value }) => value === 'remove')?.whyNot).toBe('Choose a task first.');
});

test('a series is offered by the names of its things, and not where there are none', () => {
  const outcomes = offers.filter(({ command }) => command.id === 'outcome');
  expect(outcomes.map(({ title, keys, called }) => [title, keys[0], called.chord])).toEqual([
    ['Outcome: success', 'shift+1', 'shift+1'],
    ['Outcome: partial', 'shift+2', 'shift+2'],
  ]);
  expect(offers.some(({ command }) => command.id === 'intent')).toBe(false);
});

test('a series under other keys still means the same', () => {
  const own = all.map((command) =>
    command.id === 'outcome'
      ? { ...command, keys: ['f1', '', 'f3', 'f4'], meant: command.keys }
      : command,
  );
  const told = offersOf(own, editing, (_, chord) => names[chord]).filter(
    ({ command }) => command.id === 'outcome',
  );
  expect(told.map(({ keys, called }) => [keys, called.chord])).toEqual([
    [['f1'], 'shift+1'],
    [[], 'shift+2'],
  ]);
});

test('what lasts as long as its key is held can only be called by it', () => {
  expect(offers.find(({ value }) => value === 'carry')?.whyNot).toBe('Hold its key.');
});
