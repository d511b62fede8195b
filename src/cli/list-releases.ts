/** `tasktape release list`. */
import { listReleases } from '#data/releases.ts';
import { chooseProject } from './choose-project.ts';
import { counted, printResult, tableLines } from './print-result.ts';
import type { ServerOptions } from './server-options.ts';
import { signedIn } from './sign-in.ts';

export async function listProjectReleases(
  options: ServerOptions & { readonly project?: string },
): Promise<void> {
  const { client } = await signedIn(options);
  const project = await chooseProject(client, options.project);
  const releases = await listReleases(client, project.id);
  const rows = releases.map(({ id, name, purpose, state, episodes }) => [
    id,
    name,
    purpose,
    counted(episodes, 'episode'),
    state,
  ]);
  printResult(
    options.json,
    { project: project.slug, releases },
    rows.length > 0 ? tableLines(rows) : [`${project.name} has no releases yet.`],
  );
}
