import { expect, test } from 'vitest';
import { barredFor, commandFor, type Command, type KeyContext } from './command-for.ts';
import { nothingToLabel } from './key-facts.ts';
import type { Press } from './press-chords.ts';
import { screens } from './screens.ts';

const all: readonly Command[] = screens.Labeling;
const page: KeyContext = {
  ...nothingToLabel,
  focus: 'page',
  editable: true,
  taskSelected: true,
};

function press(chord: string, more: Partial<Press> = {}): Press {
  const parts = chord.split('-');
  const key = parts.pop()!;
  return {
    key,
    code: '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    isComposing: false,
    repeat: false,
    ...more,
  };
}

const idOf = (given: Press, context: Partial<KeyContext> = {}, isApple = false) =>
  commandFor(all, given, { ...page, ...context }, isApple)?.id;

test.each([
  [' ', 'play'],
  ['j', 'again'],
  ['k', 'pause'],
  ['l', 'faster'],
  ['h', 'slower'],
  ['f', 'go to'],
  ['w', 'window'],
  ['ArrowLeft', 'back'],
  ['Shift-ArrowRight', 'on far'],
  [',', 'previous action'],
  ['Alt-ArrowRight', 'next keystroke'],
  ['Alt-Shift-ArrowLeft', 'shortest back'],
  ['i', 'start'],
  ['o', 'end'],
  ['e', 'cut'],
  ['Enter', 'cut'],
  ['s', 'split'],
  ['c', 'carry'],
  ['d', 'cut inside'],
  ['v', 'join next'],
  ['Shift-V', 'join previous'],
  ['Shift-D', 'indent'],
  ['Shift-U', 'outdent'],
  ['Shift-C', 'measure lag'],
  [';', 'snap back'],
  ["'", 'snap on'],
  ['Shift-:', 'action less'],
  ['Shift-"', 'action more'],
  ['Shift-B', 'both edges'],
  ['Backspace', 'remove'],
  ['Delete', 'remove'],
  ['ArrowDown', 'next task'],
  ['n', 'instruction'],
  ['[', 'earlier'],
  ['Shift-{', 'slightly earlier'],
  ['Shift-I', 'start here'],
  ['Ctrl-z', 'undo'],
  ['Ctrl-Shift-Z', 'redo'],
  ['Ctrl-y', 'redo'],
  ['Ctrl-Enter', 'submit'],
  ['Shift-+', 'zoom in'],
  ['=', 'zoom in'],
  ['Shift-?', 'sheet'],
  ['Escape', 'leave'],
  ['Ctrl-i', undefined],
  ['Alt-i', undefined],
  ['Meta-i', undefined],
])('%s is %s', (chord, id) => {
  expect(idOf(press(chord))).toBe(id);
});

test('the minus zooms out', () => {
  expect(idOf(press('', { key: '-' }))).toBe('zoom out');
});

test('on Apple’s machines ⌘ takes the place of Ctrl', () => {
  expect(idOf(press('Meta-z'), {}, true)).toBe('undo');
  expect(idOf(press('Meta-Shift-z'), {}, true)).toBe('redo');
  expect(idOf(press('Ctrl-z'), {}, true)).toBeUndefined();
});

test('digits choose intents and, with Shift, outcomes, on every keyboard', () => {
  const digit = (key: string, shiftKey: boolean, code = 'Digit2') =>
    commandFor(all, press('', { key, code, shiftKey }), page, false);
  expect(digit('2', false)).toEqual({ id: 'intent', chord: '2' });
  expect(digit('é', false)).toEqual({ id: 'intent', chord: '2' });
  expect(digit('@', true)).toEqual({ id: 'outcome', chord: 'shift+2' });
  expect(digit('2', true)).toEqual({ id: 'outcome', chord: 'shift+2' });
  expect(digit('9', true, 'Digit9')).toBeUndefined();
  expect(digit('0', false, 'Digit0')?.id).toBe('zoom fit');
});

test('a bracket reached by AltGr is a bracket', () => {
  const altGr = { ctrlKey: true, altKey: true, code: 'Digit8' };
  expect(idOf(press('', { key: '[', ...altGr }))).toBe('earlier');
});

test('typing is typing: only the palette, submitting and leaving fire in a field', () => {
  const fires = all.filter((command) =>
    command.keys.some((chord) => {
      const key = chord.split('+').pop()!;
      const given = press('', {
        key: key === 'space' ? ' ' : key,
        ctrlKey: chord.includes('mod'),
        shiftKey: chord.includes('shift'),
        altKey: chord.includes('alt'),
      });
      return commandFor(all, given, { ...page, focus: 'field' }, false) !== undefined;
    }),
  );
  expect(fires.map((command) => command.id)).toEqual(['palette', 'submit', 'leave']);
});

test('nothing fires while a character is being composed', () => {
  expect(idOf(press('e', { isComposing: true }))).toBeUndefined();
  expect(idOf(press('Escape', { isComposing: true }), { focus: 'field' })).toBeUndefined();
});

test('a focused button keeps the keys that work it, and no others', () => {
  const focus = 'control';
  expect(idOf(press(' '), { focus })).toBeUndefined();
  expect(idOf(press('Enter'), { focus })).toBeUndefined();
  expect(idOf(press('ArrowLeft'), { focus })).toBeUndefined();
  expect(idOf(press('e'), { focus })).toBe('cut');
  expect(idOf(press('Alt-ArrowLeft'), { focus })).toBe('previous keystroke');
});

test('a focused slider keeps its arrows and gives the space bar to the player', () => {
  const focus = 'slider';
  expect(idOf(press('ArrowLeft'), { focus })).toBeUndefined();
  expect(idOf(press(' '), { focus })).toBe('play');
});

test('a held key moves on and on, but cuts once', () => {
  expect(idOf(press('ArrowRight', { repeat: true }))).toBe('on');
  expect(idOf(press('e', { repeat: true }))).toBeUndefined();
  expect(idOf(press(' ', { repeat: true }))).toBeUndefined();
});

test('what can’t be edited gives its keys to what can be done', () => {
  const readOnly = { editable: false };
  expect(idOf(press('i'), readOnly)).toBeUndefined();
  expect(idOf(press('Backspace'), readOnly)).toBeUndefined();
  expect(idOf(press('n'), readOnly)).toBe('next session');
  expect(idOf(press('n'), { taskSelected: false })).toBeUndefined();
});

test('what only the missing pen bars is told apart from what means nothing', () => {
  const reading: KeyContext = { ...page, editable: false, taskSelected: false, elsewhere: true };
  const barred = (chord: string, context: KeyContext) =>
    barredFor(all, press(chord), context, false)?.id;
  expect(barred('e', reading)).toBe('cut');
  expect(barred('v', reading)).toBeUndefined();
  expect(barred('e', page)).toBeUndefined();
  expect(barred('e', { ...reading, focus: 'field' })).toBeUndefined();
});

test('the pen is taken over, and one of two versions kept, only where there is another', () => {
  const when = (id: string, context: Partial<KeyContext>) =>
    all.find((command) => command.id === id)?.when?.({ ...page, ...context });
  expect(when('take over', { elsewhere: true, editable: false })).toBe(true);
  expect(when('take over', {})).toBe(false);
  expect(when('keep both', { torn: true })).toBe(true);
  expect(when('keep mine', { torn: true, elsewhere: true })).toBe(false);
  expect(when('move labels', { newerLabels: true, editable: false })).toBe(false);
});
