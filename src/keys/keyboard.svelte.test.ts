import { expect, test } from 'vitest';
import type { Called } from './command-for.ts';
import { labelCommands } from './commands.ts';
import { nothingToLabel } from './key-facts.ts';
import { Keyboard } from './keyboard.svelte.ts';
import { Keymap } from './keymap.svelte.ts';
import { screens } from './screens.ts';

function openKeyboard(facts: Partial<typeof nothingToLabel> = {}) {
  const called: Called<string>[] = [];
  const keymap = new Keymap(screens);
  const keyboard = new Keyboard({
    keymap,
    commands: labelCommands,
    facts: () => ({ ...nothingToLabel, ...facts }),
    run: (each) => void called.push(each),
  });
  return { keymap, keyboard, called };
}

test('the two ways to find a command are its own, all else is the screen’s', () => {
  const { keyboard, called } = openKeyboard();
  keyboard.run({ id: 'palette', chord: 'mod+k' });
  keyboard.run({ id: 'sheet', chord: '?' });
  keyboard.run({ id: 'cut', chord: 'e' });
  expect([keyboard.palette, keyboard.sheet]).toEqual([true, true]);
  expect(called).toEqual([{ id: 'cut', chord: 'e' }]);
});

test('a screen that says nothing to a refused key leaves it to the page', () => {
  expect(openKeyboard().keyboard.refused({ id: 'cut', chord: 'e' })).toBe(false);
});

test('a changed key is there at once', () => {
  const { keyboard, keymap } = openKeyboard();
  const cut = () => keyboard.commands.find(({ id }) => id === 'cut');
  keymap.swap({ command: cut()!, index: 0 }, 's');
  expect(cut()?.keys[0]).toBe('s');
});

test('a menu about a task offers what needs one, and nothing to hold or repeat', () => {
  const offered = openKeyboard({ editable: true }).keyboard.offersAbout('taskSelected');
  const ids = offered.map(({ command }) => command.id);
  expect(ids).toContain('remove');
  expect(ids).toContain('instruction');
  expect(ids).not.toContain('submit');
  expect(offered.filter(({ command }) => command.repeats || command.held)).toEqual([]);
  expect(offered.filter(({ whyNot }) => whyNot)).toEqual([]);
});

test('where nothing can be changed there is nothing to offer about a task', () => {
  expect(openKeyboard().keyboard.offersAbout('taskSelected')).toEqual([]);
});
