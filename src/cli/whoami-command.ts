import type { Command } from 'commander';
import { roleNames } from '#core/role.ts';
import { listProjects } from '#data/projects.ts';
import { printResult } from './print-result.ts';
import { addServerOptions, type ServerOptions } from './server-options.ts';
import { signedIn } from './sign-in.ts';

export function registerWhoami(program: Command): void {
  addServerOptions(program.command('whoami'))
    .description('Say who is signed in, where, and in which roles.')
    .action(async (options: ServerOptions) => {
      const { client, server, person } = await signedIn(options);
      const projects = await listProjects(client);
      printResult(options.json, { url: server.url, person, projects }, [
        `${person.name} (${person.email}) at ${server.url}`,
        ...projects.map(
          ({ slug, name, roles }) =>
            `  ${slug}: ${name}, ${roles.map((role) => roleNames[role]).join(', ')}`,
        ),
      ]);
    });
}
