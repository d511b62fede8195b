/** The program: its commands, and how an error reaches the person. */
import { Command, CommanderError } from 'commander';
import { exitCodeOf, exitCodesHelp } from './exit-codes.ts';
import { registerImport } from './import-command.ts';
import { registerInspect } from './inspect-command.ts';
import { registerLogin } from './login-command.ts';
import { registerLogout } from './logout-command.ts';
import { registerPeople } from './people-command.ts';
import { registerRelease } from './release-command.ts';
import { registerStart } from './start-command.ts';
import { tellError } from './tell-error.ts';
import { registerVerify } from './verify-command.ts';
import { registerWhoami } from './whoami-command.ts';

const program = new Command('tasktape')
  .description('Turns recorded web sessions into reviewed training episodes.')
  .showHelpAfterError('(--help says more)')
  .addHelpText('after', exitCodesHelp)
  .exitOverride();

registerStart(program);
registerImport(program);
registerInspect(program);
registerRelease(program);
registerVerify(program);
registerLogin(program);
registerLogout(program);
registerWhoami(program);
registerPeople(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (!(error instanceof CommanderError)) tellError(error, process.argv.includes('--json'));
}
