import { expect, test } from 'vitest';
import { noContent, type Content } from '#core/content.ts';
import { applyEdit } from '#core/edit.ts';
import { ms } from '#core/time.ts';
import { mergeSides, pairTasks } from './both-sides.ts';
import { replaceContent } from './replace-content.ts';
import { printTasks, sketchTasks } from './sketch-annotation.ts';

const content = (text: string, more: Partial<Content> = {}): Content => ({
  ...noContent,
  tasks: sketchTasks(text),
  ...more,
});
const sides = (base: string, mine: string, theirs: string) => ({
  base: content(base),
  mine: content(mine),
  theirs: content(theirs),
});
const merged = (base: string, mine: string, theirs: string) => {
  const both = mergeSides(sides(base, mine, theirs), ms(10_000));
  return both && printTasks(both.tasks);
};

test('each side’s own changes come together', () => {
  expect(merged('a:0-10', 'a:0-10 b:20-30', 'a:0-10 c:40-50')).toBe('a:0-10 b:20-30 c:40-50');
  expect(merged('a:0-10 b:20-30', 'b:20-30', 'a:0-10 b:20-35')).toBe('b:20-35');
  expect(merged('a:0-10', 'a:0-12', 'a:0-12')).toBe('a:0-12');
});

test('what contradicts is not guessed at', () => {
  expect(merged('a:0-10', 'a:0-12', 'a:0-14')).toBeUndefined();
  expect(merged('a:0-10', '', 'a:0-14')).toBeUndefined();
  expect(merged('', 'b:20-30', 'c:25-35')).toBeUndefined();
});

test('a mark that would lie in a task of the other side is dropped', () => {
  const both = mergeSides(
    { base: content(''), mine: content('', { marking: ms(25) }), theirs: content('c:20-30') },
    ms(10_000),
  );
  expect(both).toEqual(content('c:20-30'));
});

test('tasks are paired, with what each side did to them', () => {
  const pairs = pairTasks(sides('a:0-10 b:20-30', 'b:20-30 c:40-50', 'a:0-10 b:20-32'));
  expect(
    pairs.map(({ mine, theirs, mineIs, theirsIs }) => [(mine ?? theirs)!.id, mineIs, theirsIs]),
  ).toEqual([
    ['a', 'removed', 'same'],
    ['b', 'same', 'changed'],
    ['c', 'added', 'never there'],
  ]);
});

test('one content becomes the other by what differs, and nothing else', () => {
  const from = content('a:0-10 b:20-30', { marking: ms(40) });
  const to = content('b:20-35 c:50-60', {
    actionLabels: [{ action: '0:1-2:click', wrong: true }],
  });
  expect(applyEdit(from, replaceContent(from, to))).toEqual(to);
  expect(applyEdit(to, replaceContent(to, from))).toEqual(from);
  expect(replaceContent(from, from)).toEqual({ kind: 'together', edits: [] });
});
