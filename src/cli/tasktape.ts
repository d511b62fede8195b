/** Runs one command, and sees to how an error reaches the person. */
import { CommanderError } from 'commander';
import { exitCodeOf } from './exit-codes.ts';
import { makeProgram } from './program.ts';
import { tellError } from './tell-error.ts';

try {
  await makeProgram().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (!(error instanceof CommanderError)) tellError(error, process.argv.includes('--json'));
}
