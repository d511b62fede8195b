import { Command } from 'commander';
import { exitCodesHelp } from './exit-codes.ts';
import { registerImport } from './import-command.ts';
import { registerInspect } from './inspect-command.ts';
import { registerLogin } from './login-command.ts';
import { registerLogout } from './logout-command.ts';
import { registerPeople } from './people-command.ts';
import { registerPrepare } from './prepare-command.ts';
import { registerRecord } from './record-command.ts';
import { registerRelease } from './release-command.ts';
import { registerStart } from './start-command.ts';
import { registerVerify } from './verify-command.ts';
import { registerWhoami } from './whoami-command.ts';

/** Every command there is. Throws a `CommanderError` where another program would exit. */
export function makeProgram(): Command {
  const program = new Command('tasktape')
    .description('Turns recorded web sessions into reviewed training episodes.')
    .showHelpAfterError('(--help says more)')
    .addHelpText('after', exitCodesHelp)
    .exitOverride();
  registerStart(program);
  registerRecord(program);
  registerImport(program);
  registerInspect(program);
  registerPrepare(program);
  registerRelease(program);
  registerVerify(program);
  registerLogin(program);
  registerLogout(program);
  registerWhoami(program);
  registerPeople(program);
  return program;
}
