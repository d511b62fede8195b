import { expect, test } from 'vitest';
import { readKeys, writeKeys } from './key-record.ts';
import { allCommands } from './screens.ts';

const read = (record: unknown) =>
  readKeys(typeof record === 'string' ? record : JSON.stringify(record), allCommands);
const sentenceOf = (record: unknown) => {
  const outcome = read(record);
  return outcome.ok ? undefined : outcome.problems[0]?.sentence;
};

test('what is written is read again', () => {
  const remaps = { cut: ['s', 'enter'], split: [] };
  expect(read(writeKeys(remaps))).toEqual({ ok: true, value: remaps });
});

test('a command of another version is passed over', () => {
  expect(read({ version: 1, keys: { cut: ['s'], 'read minds': ['m'] } })).toEqual({
    ok: true,
    value: { cut: ['s'] },
  });
});

test.each([
  ['no JSON', 'keys'],
  ['another record', { theme: 'dark' }],
  ['no version', { keys: {} }],
  ['a list', []],
])('%s is no record of keys', (_, record) => {
  expect(sentenceOf(record)).toMatch(/no record of keys/);
});

test('keys of a newer version are left alone', () => {
  expect(sentenceOf({ version: 2, keys: {} })).toMatch(/newer/);
});

test.each([
  ['no list', 'e'],
  ['no text', [3]],
  ['upper case', ['E']],
  ['modifiers out of order', ['shift+mod+e']],
  ['Shift on a sign', ['shift+?']],
  ['the same key twice', ['e', 'e']],
])('keys that no press gives are refused with the command’s name: %s', (_, keys) => {
  expect(sentenceOf({ version: 1, keys: { cut: keys } })).toContain(
    'It ends here, the next one starts',
  );
});

test('a series that lost its places is refused', () => {
  expect(sentenceOf({ version: 1, keys: { intent: ['1', '2'] } })).toContain('Intent');
});
