import { expect, test } from 'vitest';
import { chordsOfPress, type Press } from './press-chords.ts';

/** `Ctrl-Shift-Z@KeyZ`: the character a press gives, with what is held, and the key it was on. */
function sketchPress(text: string, more: Partial<Press> = {}): Press {
  const at = text.lastIndexOf('@');
  const [chord, code] = [text.slice(0, at), text.slice(at + 1)];
  const parts = chord.split('-');
  return {
    key: parts.at(-1) || '-',
    code,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    isComposing: false,
    repeat: false,
    ...more,
  };
}

test.each([
  ['a letter', 'e@KeyE', ['e']],
  ['a letter under Caps Lock', 'E@KeyE', ['e']],
  ['a letter with Shift', 'Shift-E@KeyE', ['shift+e']],
  ['the same letter elsewhere, on Dvorak', 'e@KeyD', ['e']],
  ['a sign where Dvorak has it', ',@KeyW', [',']],
  ['a sign that takes Shift', 'Shift-?@Slash', ['?']],
  ['undo', 'Ctrl-z@KeyZ', ['mod+z']],
  ['a digit', '2@Digit2', ['2']],
  ['a digit on AZERTY', 'é@Digit2', ['2', 'é']],
  ['a digit with Shift', 'Shift-@@Digit2', ['shift+2', '@']],
  ['a slash over the 7, on German', 'Shift-/@Digit7', ['shift+7', '/']],
  ['a digit of the number pad', '7@Numpad7', ['7']],
  ['a bracket by AltGr, on German', 'Ctrl-Alt-[@Digit8', ['[']],
  ['a letter by AltGr, on Polish', 'Ctrl-Alt-ą@KeyA', ['mod+alt+ą']],
  ['a Cyrillic letter', 'у@KeyE', ['e']],
  ['a Cyrillic letter with Shift', 'Shift-У@KeyE', ['shift+e']],
  ['undo on a Cyrillic layout', 'Ctrl-я@KeyZ', ['mod+z']],
  ['a Cyrillic letter in a sign’s place', 'х@BracketLeft', ['[']],
  ['and that with Shift', 'Shift-Х@BracketLeft', ['{']],
  ['a Greek letter', 'ε@KeyE', ['e']],
  ['a Hebrew letter', 'ק@KeyE', ['e']],
  ['a Korean letter', 'ㄷ@KeyE', ['e']],
  ['a full-width letter', 'ｅ@KeyE', ['e']],
  ['the Turkish İ', 'Shift-İ@Quote', ['shift+i']],
  ['a Latin letter with an accent', 'ö@Semicolon', ['ö']],
  ['the space bar', ' @Space', ['space']],
  ['an arrow', 'Shift-ArrowLeft@ArrowLeft', ['shift+arrowleft']],
  ['Shift alone', 'Shift-Shift@ShiftLeft', []],
  ['an accent that waits for its letter', 'Dead@Quote', []],
  ['an input method at work', 'Process@KeyE', []],
])('%s', (_, press, chords) => {
  expect(chordsOfPress(sketchPress(press), false)).toEqual(chords);
});

test.each([
  ['⌘ is what Ctrl is elsewhere', 'Meta-z@KeyZ', ['mod+z']],
  ['Ctrl is a key of its own', 'Ctrl-z@KeyZ', ['meta+z']],
  ['⌥ with a letter makes another', 'Alt-å@KeyA', ['alt+a', 'alt+å']],
  ['or an accent that waits', 'Alt-Dead@KeyN', ['alt+n']],
  ['⌥ reaches a bracket', 'Alt-[@Digit5', ['[', 'alt+5']],
])('on Apple’s machines %s', (_, press, chords) => {
  expect(chordsOfPress(sketchPress(press), true)).toEqual(chords);
});

test('nothing is pressed while a character is being composed', () => {
  expect(chordsOfPress(sketchPress('e@KeyE', { isComposing: true }), false)).toEqual([]);
  expect(chordsOfPress(sketchPress('Enter@Enter', { keyCode: 229 }), true)).toEqual([]);
});
