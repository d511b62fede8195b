import { expect, test } from 'vitest';
import { meantInInstruction, outcomePressed } from './field-keys.ts';

const press = (key: string, more: object = {}) => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

test('Tab takes the first draft to be changed, Alt and a number takes one and goes on', () => {
  expect(meantInInstruction(press('Tab'), 2)).toEqual({ kind: 'take', index: 0, goesOn: false });
  expect(meantInInstruction(press('2', { altKey: true }), 2)).toEqual({
    kind: 'take',
    index: 1,
    goesOn: true,
  });
  // Apple’s machines make another character of it.
  expect(meantInInstruction(press('¡', { altKey: true, code: 'Digit1' }), 2)).toMatchObject({
    index: 0,
  });
});

test('with nothing offered, Tab is the field’s own and numbers take nothing', () => {
  expect(meantInInstruction(press('Tab'), 0)).toBeUndefined();
  expect(meantInInstruction(press('1', { altKey: true }), 0)).toBeUndefined();
  expect(meantInInstruction(press('3', { altKey: true }), 2)).toBeUndefined();
  expect(meantInInstruction(press('Tab', { shiftKey: true }), 2)).toBeUndefined();
});

test('Enter goes on, with Shift it begins a line, with Ctrl it is left to others', () => {
  expect(meantInInstruction(press('Enter'), 0)).toEqual({ kind: 'go on' });
  expect(meantInInstruction(press('Enter', { shiftKey: true }), 0)).toBeUndefined();
  expect(meantInInstruction(press('Enter', { ctrlKey: true }), 0)).toBeUndefined();
});

test('what ends a composition means nothing more', () => {
  expect(meantInInstruction(press('Enter', { isComposing: true }), 1)).toBeUndefined();
  expect(meantInInstruction(press('Enter', { keyCode: 229 }), 1)).toBeUndefined();
  expect(meantInInstruction(press('Tab', { isComposing: true }), 1)).toBeUndefined();
  expect(outcomePressed(press('1', { isComposing: true }))).toBeUndefined();
});

test('in the outcome, digits choose with Shift or without', () => {
  expect(outcomePressed(press('3'))).toBe('failure');
  expect(outcomePressed(press('#', { code: 'Digit3', shiftKey: true }))).toBe('failure');
  expect(outcomePressed(press('5'))).toBeUndefined();
  expect(outcomePressed(press('1', { ctrlKey: true }))).toBeUndefined();
});
