/** The program: its commands, and how an error reaches the person. */
import { Command, CommanderError } from 'commander';
import { registerStart } from './start-command.ts';
import { tellError } from './tell-error.ts';

const program = new Command('tasktape')
  .description('Turns recorded web sessions into reviewed training episodes.')
  .showHelpAfterError('(--help says more)')
  .exitOverride();

registerStart(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : 1;
  if (!(error instanceof CommanderError)) tellError(error, process.argv.includes('--json'));
}
