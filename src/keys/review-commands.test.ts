import { expect, test } from 'vitest';
import { playCommands } from './play-commands.ts';
import { reviewCommands } from './review-commands.ts';

test('no key of a review is taken by playing', () => {
  const keys = [...playCommands, ...reviewCommands].flatMap((command) => [...command.keys]);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
