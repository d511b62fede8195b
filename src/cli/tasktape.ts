/** Runs one command, and sees to how an error reaches the person. */
import { CommanderError } from 'commander';
import { exitCodeOf } from './exit-codes.ts';
import { makeProgram } from './program.ts';
import { tellError } from './tell-error.ts';

// Whoever reads our output may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await makeProgram().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (!(error instanceof CommanderError)) tellError(error, process.argv.includes('--json'));
}
