import { CommanderError, InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { Failure } from '#data/failure.ts';
import { exitCodeOf } from './exit-codes.ts';
import { CommandError } from './tell-error.ts';

test.each<[what: string, error: unknown, code: number]>([
  ['help that was asked for', new CommanderError(0, 'commander.helpDisplayed', ''), 0],
  ['an unknown option', new CommanderError(1, 'commander.unknownOption', ''), 2],
  ['a value of the wrong kind', new InvalidArgumentError('no'), 2],
  ['a refusal of ours', new CommandError('no'), 1],
  ['a refusal with its own code', new CommandError('no', 4), 4],
  ['a refusal of the server', new Failure('forbidden', 'no'), 1],
  ['a server out of reach', new Failure('offline', 'no'), 3],
  ['a sign-in that ended', new Failure('signed out', 'no'), 3],
  ['a mistake in the program', new TypeError('no'), 1],
  ['something that is no error', 'no', 1],
])('%s', (_what, error, code) => {
  expect(exitCodeOf(error)).toBe(code);
});
