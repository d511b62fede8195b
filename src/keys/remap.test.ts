import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clashesOf, type Table } from './clashes.ts';
import { readKeys, writeKeys } from './key-record.ts';
import {
  dropKey,
  keymapOf,
  resetKeys,
  rivalsOf,
  swapKeys,
  takeOver,
  type Remaps,
} from './remap.ts';
import { commandFor, type Command } from './command-for.ts';
import { nothingToLabel } from './key-facts.ts';
import { allCommands, screens } from './screens.ts';

const find = (id: string) => allCommands.find((command) => command.id === id)!;
const slot = (id: string, index = 0) => ({ command: find(id), index });
const over = (remaps: Remaps): Table =>
  Object.fromEntries(
    Object.entries(screens).map(([name, commands]) => [name, keymapOf<Command>(commands, remaps)]),
  );
const clashing = (remaps: Remaps) =>
  clashesOf(over(remaps)).map(({ chord, one, other }) => `${chord} ${one.id} ${other.id}`);

const page = { ...nothingToLabel, focus: 'page', editable: true, taskSelected: true } as const;
const pressed = (remaps: Remaps, key: string, more: object = {}) =>
  commandFor(
    keymapOf<Command>(screens.Labeling, remaps),
    {
      ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
      ...{ isComposing: false, repeat: false, ...more },
    },
    page,
    false,
  );

test('a key that nobody has is simply taken', () => {
  const remaps = takeOver(screens, {}, slot('cut'), 'f8');
  expect(remaps).toEqual({ cut: ['f8', 'enter'] });
  expect(pressed(remaps, 'F8')?.id).toBe('cut');
  expect(pressed(remaps, 'e')).toBeUndefined();
});

test('a key of another is told, then taken or swapped', () => {
  expect(rivalsOf(screens, {}, slot('cut'), 's').map(({ command }) => command.id)).toEqual([
    'split',
  ]);
  expect(takeOver(screens, {}, slot('cut'), 's')).toEqual({ cut: ['s', 'enter'], split: [] });
  expect(swapKeys(screens, {}, slot('cut'), 's')).toEqual({ cut: ['s', 'enter'], split: ['e'] });
});

test('a key of a command that is never there at the same time is nobody’s', () => {
  // Both are N as it is: one where the annotation is open, the other where it is not.
  expect(rivalsOf(screens, {}, slot('next session'), 'e')).toEqual([]);
  expect(rivalsOf(screens, {}, slot('review next'), 'l')).toEqual([]);
});

test('nothing is swapped where nothing stood, or where it would collide anew', () => {
  expect(swapKeys(screens, {}, slot('cut', 2), 's')).toBeUndefined();
  expect(swapKeys(screens, {}, slot('cut'), 'f8')).toBeUndefined();
});

test('a series keeps its order under any keys', () => {
  const remaps = takeOver(screens, {}, slot('intent', 2), 'f8');
  expect(pressed(remaps, 'F8')).toEqual({ id: 'intent', chord: '3' });
  expect(pressed(remaps, '4')).toEqual({ id: 'intent', chord: '4' });
  expect(pressed(remaps, '3')).toBeUndefined();
  const without = takeOver(screens, {}, slot('cut'), '3');
  expect(pressed(without, '4')).toEqual({ id: 'intent', chord: '4' });
  expect(pressed(without, '3')?.id).toBe('cut');
});

test('a command that gets its first keys back takes them from whoever has them', () => {
  const taken = takeOver(screens, {}, slot('cut'), 's');
  const back = resetKeys(screens, taken, find('split'));
  expect(keymapOf(allCommands, back).find(({ id }) => id === 'split')?.keys).toEqual(['s']);
  expect(pressed(back, 's')?.id).toBe('split');
  expect(clashing(back)).toEqual([]);
});

test('a bare key never fires in a field, whatever it was given to', () => {
  const remaps = takeOver(screens, {}, slot('submit'), 'f8');
  const bare = takeOver(screens, {}, slot('submit'), 'ö');
  const inField = (given: Remaps, key: string) =>
    commandFor(
      keymapOf<Command>(screens.Labeling, given),
      {
        key,
        code: '',
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        shiftKey: false,
        isComposing: false,
        repeat: false,
      },
      { ...page, focus: 'field' },
      false,
    )?.id;
  expect(inField(remaps, 'F8')).toBe('submit');
  expect(inField(bare, 'ö')).toBeUndefined();
});

const chords = [...new Set(allCommands.flatMap(({ keys }) => keys)), 'f8', 'f9', 'ö', 'mod+b'];
const change = fc.record({
  kind: fc.constantFrom('take', 'swap', 'drop', 'reset'),
  command: fc.constantFrom(...allCommands),
  index: fc.nat(9),
  chord: fc.constantFrom(...chords),
});

test('however keys are changed, no two commands want the same at once', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const remaps = changes.reduce<Remaps>((now, { kind, command, index, chord }) => {
        const count = (now[command.id] ?? command.keys).length;
        const at = { command, index: Math.min(index, command.series ? count - 1 : count) };
        if (kind === 'take') return takeOver(screens, now, at, chord);
        if (kind === 'swap') return swapKeys(screens, now, at, chord) ?? now;
        if (kind === 'drop') return dropKey(now, at);
        return resetKeys(screens, now, command);
      }, {});
      expect(clashing(remaps)).toEqual([]);
      expect(readKeys(writeKeys(remaps), allCommands)).toEqual({ ok: true, value: remaps });
    }),
    { numRuns: 60 },
  );
});
