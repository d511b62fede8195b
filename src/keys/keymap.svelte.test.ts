import { beforeEach, expect, test, vi } from 'vitest';
import { KeyChange } from './key-change.svelte.ts';
import { Keymap } from './keymap.svelte.ts';
import { allCommands, screens } from './screens.ts';

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  return () => vi.unstubAllGlobals();
});

function openKeymap(person = 'ada') {
  const keymap = new Keymap(screens);
  keymap.openFor(person);
  return keymap;
}

const slot = (id: string, index = 0) => ({
  command: allCommands.find((command) => command.id === id)!,
  index,
});
const press = (key: string, more: object = {}) => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...{ isComposing: false, repeat: false, ...more },
});

test('own keys are kept for the person, and for no other', () => {
  openKeymap().takeOver(slot('cut'), 'f8');
  expect(openKeymap().keysOf('cut')).toEqual(['f8', 'enter']);
  expect(openKeymap('ravi').keysOf('cut')).toEqual(['e', 'enter']);
});

test('keys that are those of the table again are no longer one’s own', () => {
  const keymap = openKeymap();
  keymap.swap(slot('cut'), 's');
  expect([keymap.has('cut'), keymap.has('split')]).toEqual([true, true]);
  keymap.swap(slot('cut'), 'e');
  expect(keymap.isChanged).toBe(false);
});

test('a record that can’t be read leaves the keys of the table, says so, and stays', () => {
  kept.set('tasktape keys ada', '{"version":1,');
  const keymap = openKeymap();
  expect(keymap.keysOf('cut')).toEqual(['e', 'enter']);
  expect(keymap.problem).toMatch(/could not be read/);
  expect(kept.get('tasktape keys ada')).toBe('{"version":1,');
  keymap.takeOver(slot('cut'), 'f8');
  expect(keymap.problem).toBeUndefined();
});

test('keys go from one browser to another as text', () => {
  const keymap = openKeymap();
  keymap.swap(slot('cut'), 's');
  const other = openKeymap('ravi');
  expect(other.read(keymap.text).ok).toBe(true);
  expect(other.keysOf('split')).toEqual(['e']);
  expect(other.read('nothing').ok).toBe(false);
  expect(other.keysOf('split')).toEqual(['e']);
});

test('text that gives two commands one key is told of', () => {
  const keymap = openKeymap();
  keymap.read('{"version":1,"keys":{"cut":["s"]}}');
  expect(keymap.clashes.map(({ chord, one, other }) => [chord, one.id, other.id])).toEqual([
    ['s', 'cut', 'split'],
  ]);
});

test('a press changes a key; one that is taken is asked about', () => {
  const keymap = openKeymap();
  const change = new KeyChange(keymap, false);
  change.begin(slot('cut'));
  change.press(press('Shift', { shiftKey: true }));
  expect(change.slot).toBeDefined();
  change.press(press('s'));
  expect([change.chord, change.toldOf('cut')]).toEqual(['s', 'S is for “Split the task here”.']);
  expect(keymap.isChanged).toBe(false);
  change.swap();
  expect([keymap.keysOf('cut')[0], keymap.keysOf('split')[0]]).toEqual(['s', 'e']);
  expect(change.slot).toBeUndefined();
});

test('Escape leaves a key as it is', () => {
  const keymap = openKeymap();
  const change = new KeyChange(keymap, false);
  change.begin(slot('cut'));
  change.press(press('Escape'));
  expect([change.slot, keymap.isChanged]).toEqual([undefined, false]);
});

test.each([
  ['closes the tab', 'w', { ctrlKey: true }],
  ['opens a window', 'n', { ctrlKey: true }],
  ['goes from field to field', 'Tab', {}],
])('what %s is refused with a reason', (reason, key, more) => {
  const keymap = openKeymap();
  const change = new KeyChange(keymap, false);
  change.begin(slot('cut'));
  change.press(press(key, more));
  expect(change.toldOf('cut')).toContain(reason);
  expect(keymap.isChanged).toBe(false);
});

test('what the browser would have done is told once it is taken', () => {
  const keymap = openKeymap();
  const change = new KeyChange(keymap, false);
  change.begin(slot('cut'));
  change.press(press('s', { ctrlKey: true }));
  expect(keymap.keysOf('cut')[0]).toBe('mod+s');
  expect(change.toldOf('cut')).toBe(
    'In your browser Ctrl S saves the page; here it no longer does.',
  );
});
