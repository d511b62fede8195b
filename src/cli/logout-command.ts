import type { Command } from 'commander';
import { signOut } from '#data/people.ts';
import { connect } from '#data/supabase.ts';
import { findServer } from './find-server.ts';
import { printResult } from './print-result.ts';
import { addServerOptions, type ServerOptions } from './server-options.ts';
import { signInFile } from './sign-in-file.ts';

export function registerLogout(program: Command): void {
  addServerOptions(program.command('logout'), { as: false })
    .description('Forget the sign-in on this machine.')
    .action(async (options: ServerOptions) => {
      const server = await findServer(options);
      await signOut(connect(server.url, server.publishableKey, signInFile(server)));
      printResult(options.json, { url: server.url }, [`Signed out at ${server.url}.`]);
    });
}
