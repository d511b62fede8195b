import { describe, expect, test } from 'vitest';
import type { Keystroke } from '#core/keystroke.ts';
import { ms } from '#core/time.ts';
import { groupKeys } from './key-groups.ts';
import { holdKeys } from './held-keys.ts';
import { signOf } from './key-signs.ts';
import { keyAt as key } from './sketch-track.ts';

const texts = (keys: readonly Keystroke[]) => groupKeys(keys).groups.map(({ text }) => text);

describe('key groups', () => {
  test('end at a long pause, another field, another fidelity or other evidence', () => {
    expect(texts([key(0, 'a'), key(100, 'b'), key(1601, 'c')])).toEqual(['ab', 'c']);
    expect(texts([key(0, 'a'), key(100, 'b', { node: 8 })])).toEqual(['a', 'b']);
    expect(texts([key(0, 'a'), key(100, 'b', { evidence: 'inferred' })])).toEqual(['a', 'b']);
    expect(texts([key(0, 'a'), key(100, 'x', { fidelity: 'class', key: undefined })])).toEqual([
      'a',
      '•',
    ]);
  });

  test('show corrections, enter and plain spaces', () => {
    const keys = ['h', ' ', 'x', 'Backspace', 'i', 'Enter'];
    expect(texts(keys.map((sign, index) => key(index * 90, sign)))).toEqual(['h x⌫i⏎']);
  });

  test('tell nothing of a masked key but its class', () => {
    const masked = { fidelity: 'class', key: undefined } as const;
    const keys = [
      key(0, '', { ...masked, class: 'letter' }),
      key(9, '', { ...masked, class: 'digit' }),
      key(18, '', { ...masked, class: 'space' }),
    ];
    expect(texts(keys)).toEqual(['•◦␣']);
  });

  test('are put in order first, and know which keys they hold', () => {
    const { keys, groups } = groupKeys([key(5000, 'c'), key(90, 'b', { holdMs: 40 }), key(0, 'a')]);
    expect(keys.map(({ key: sign }) => sign)).toEqual(['a', 'b', 'c']);
    expect(groups.map(({ first, end, endsMs }) => [first, end, endsMs])).toEqual([
      [0, 2, 130],
      [2, 3, 5000],
    ]);
  });

  test('strike what was taken back, by letter and by word', () => {
    const struck = (...signs: (string | [string, number])[]) => {
      const { groups } = groupKeys(
        signs.map((each, index) =>
          typeof each === 'string'
            ? key(index * 90, each)
            : key(index * 90, each[0], { modifiers: each[1], class: 'edit' }),
        ),
      );
      return groups.map(({ text, struck: parts }) => parts.map(([a, b]) => text.slice(a, b)));
    };
    expect(struck('a', 'b', 'c', 'Backspace', 'Backspace', 'd')).toEqual([['bc']]);
    expect(struck('h', 'i', ' ', 'y', 'o', ['Backspace', 1])).toEqual([['yo']]);
    expect(struck('h', 'i', ['Backspace', 4], 'x')).toEqual([['hi']]);
    expect(struck('a', 'ArrowLeft', 'Backspace')).toEqual([[]]);
    expect(struck('a', 'Delete')).toEqual([[]]);
  });

  test('leave modifiers to a row of their own, and shortcuts to themselves', () => {
    const keys = [
      key(0, 'Meta', { class: 'modifier', holdMs: 300 }),
      key(50, 'Shift', { class: 'modifier', holdMs: 100 }),
      key(120, 's', { modifiers: 4 }),
      key(220, 'a'),
    ];
    expect(texts(keys)).toEqual(['⌘S', 'a']);
    expect(holdKeys(keys.slice(0, 2)).map((held) => Object.values(held))).toEqual([
      [0, 50, '⌘'],
      [50, 150, '⇧⌘'],
      [150, 300, '⌘'],
    ]);
  });

  test('take what was composed together with the keys that composed it', () => {
    const composing = { composing: true };
    const composed = {
      atMs: ms(300),
      cause: 'composition',
      fidelity: 'text',
      text: 'か',
      node: 7,
    } as const;
    const { groups } = groupKeys(
      [key(0, 'x'), key(100, 'k', composing), key(200, 'a', composing), key(400, 'y')],
      [composed],
    );
    expect(groups.map(({ kind, first, end }) => [kind, first, end])).toEqual([
      ['typed', 0, 1],
      ['input', 1, 3],
      ['typed', 3, 4],
    ]);
  });

  test('do not take a key for bringing what came later, elsewhere or otherwise', () => {
    const paste = { atMs: ms(900), cause: 'paste', fidelity: 'text', node: 7 } as const;
    const kinds = (...inputs: Parameters<typeof groupKeys>[1] & object) =>
      groupKeys([key(0, 'v', { modifiers: 2 })], inputs).groups.map(({ kind }) => kind);
    expect(kinds(paste)).toEqual(['chord', 'input']);
    expect(kinds({ ...paste, atMs: ms(9), node: 8 })).toEqual(['chord', 'input']);
    expect(kinds({ ...paste, atMs: ms(9), cause: 'drop' })).toEqual(['chord', 'input']);
    expect(kinds({ ...paste, atMs: ms(9) })).toEqual(['input']);
  });
});

test('shift alone is no shortcut', () => {
  expect(signOf(key(0, 'A', { modifiers: 8 }))).toBe('A');
  expect(signOf(key(0, 'Tab', { modifiers: 2 }))).toBe('⌃⇥');
  expect(signOf(key(0, '€', { modifiers: 3 }))).toBe('€');
  expect(signOf(key(0, 'å', { modifiers: 1 }))).toBe('å');
  expect(signOf(key(0, 'k', { modifiers: 12 }))).toBe('⇧⌘K');
});
