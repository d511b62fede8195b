import { Option, type Command } from 'commander';
import { roleNames, roles, type Role } from '#core/role.ts';
import { addMember, listMembers } from '#data/projects.ts';
import { chooseProject } from './choose-project.ts';
import { printResult, tableLines } from './print-result.ts';
import { addServerOptions, projectOption, type ServerOptions } from './server-options.ts';
import { signedIn } from './sign-in.ts';

interface PeopleOptions extends ServerOptions {
  readonly project?: string;
}

export function registerPeople(program: Command): void {
  const people = program.command('people').description('Who is in a project, and in which roles.');

  addServerOptions(people.command('list'))
    .description('List the people of a project.')
    .addOption(projectOption())
    .action(async (options: PeopleOptions) => {
      const { client } = await signedIn(options);
      const project = await chooseProject(client, options.project);
      const members = await listMembers(client, project.id);
      const rows = members.map(({ name, role }) => [name, roleNames[role]]);
      printResult(options.json, { project: project.slug, members }, tableLines(rows));
    });

  addServerOptions(people.command('add <email>'))
    .description('Give somebody who has an account a role in a project. Needs the role admin.')
    .addOption(
      new Option('--role <role>', 'what they may do').choices([...roles]).makeOptionMandatory(),
    )
    .addOption(projectOption())
    .action(async (email: string, options: PeopleOptions & { readonly role: Role }) => {
      const { client } = await signedIn(options);
      const project = await chooseProject(client, options.project);
      await addMember(client, project.id, email, options.role);
      printResult(options.json, { project: project.slug, email, role: options.role }, [
        `${email} is now ${roleNames[options.role]} in ${project.name}.`,
      ]);
    });
}
