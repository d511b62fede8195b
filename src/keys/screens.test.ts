import { expect, test } from 'vitest';
import { clashesOf } from './clashes.ts';
import { isChord } from './is-chord.ts';
import { allCommands, screens } from './screens.ts';

test('no two commands want the same keys at once', () => {
  const told = clashesOf(screens).map(
    ({ chord, one, other }) => `${chord}: “${one.title}” and “${other.title}”`,
  );
  expect(told).toEqual([]);
});

test('one id is one command, whatever screens have it', () => {
  const titles = new Map<string, Set<string>>();
  for (const { id, title } of Object.values(screens).flat())
    titles.set(id, (titles.get(id) ?? new Set()).add(title));
  const twice = [...titles].filter(([, each]) => each.size > 1).map(([id]) => id);
  expect(twice).toEqual([]);
});

test('every chord of the table is one that a press can give', () => {
  const odd = allCommands.flatMap(({ keys }) => keys.filter((chord) => !isChord(chord)));
  expect(odd).toEqual([]);
});

test('many keys of one command stand for things in order, and it says so', () => {
  const silent = allCommands.filter(({ keys, series }) => keys.length > 2 && !series);
  expect(silent.map(({ id }) => id)).toEqual([]);
});
