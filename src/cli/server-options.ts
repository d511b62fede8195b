import { Option, type Command } from 'commander';
import { exitCodesHelp } from './exit-codes.ts';
import { demoRoles, type DemoRole } from '#server/demo-people.ts';

/** What every command that speaks to a server can be told. */
export interface ServerOptions {
  readonly url?: string;
  readonly data?: string;
  readonly as?: DemoRole;
  readonly json: boolean;
}

export function addServerOptions(command: Command, { as = true } = {}): Command {
  addJsonOption(command)
    .option('--url <address>', 'the workbench or Supabase to speak to (default: the one running)')
    .option('--data <folder>', 'the data folder of the workbench that runs on this machine');
  return as
    ? command.addOption(
        new Option('--as <person>', 'act as one of the demo people').choices([...demoRoles]),
      )
    : command;
}

export function addJsonOption(command: Command): Command {
  return command
    .option('--json', 'print JSON on standard output', false)
    .addHelpText('after', exitCodesHelp);
}

export const projectOption = (): Option =>
  new Option('--project <name>', 'which project, by the name in its address; needed with several');
