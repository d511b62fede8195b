import { describe, expect, test } from 'vitest';
import type { Keystroke } from '#core/keystroke.ts';
import { groupKeys, signOf } from './key-groups.ts';
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

  test('leave modifiers to a row of their own', () => {
    const { groups, held } = groupKeys([
      key(0, 'Meta', { class: 'modifier', holdMs: 300 }),
      key(120, 's', { modifiers: 4 }),
    ]);
    expect(groups.map(({ text }) => text)).toEqual(['[⌘S]']);
    expect(held).toEqual([{ startsMs: 0, endsMs: 300, glyph: '⌘' }]);
  });
});

test('shift alone is no shortcut', () => {
  expect(signOf(key(0, 'A', { modifiers: 8 }))).toBe('A');
  expect(signOf(key(0, 'Tab', { modifiers: 2 }))).toBe('⌃⇥');
});
