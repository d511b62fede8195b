import type { Command } from 'commander';
import { connect } from '#data/supabase.ts';
import { ask } from './ask.ts';
import { findServer } from './find-server.ts';
import { printResult } from './print-result.ts';
import { addServerOptions, type ServerOptions } from './server-options.ts';
import { signInFile } from './sign-in-file.ts';
import { enter } from './sign-in.ts';

export function registerLogin(program: Command): void {
  addServerOptions(program.command('login'), { as: false })
    .description('Sign in, and stay signed in on this machine.')
    .addHelpText(
      'after',
      `
Environment:
  TASKTAPE_EMAIL, TASKTAPE_PASSWORD  used instead of asking`,
    )
    .action(async (options: ServerOptions) => {
      const server = await findServer(options);
      const { TASKTAPE_EMAIL, TASKTAPE_PASSWORD } = process.env;
      const email = TASKTAPE_EMAIL || (await ask('E-mail address: '));
      const password = TASKTAPE_PASSWORD || (await ask('Password: ', { secret: true }));
      const client = connect(server.url, server.publishableKey, signInFile(server));
      const person = await enter(client, email.trim(), password);
      printResult(options.json, { url: server.url, person }, [
        `Signed in at ${server.url} as ${person.name} (${person.email}).`,
      ]);
    });
}
