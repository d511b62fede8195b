import type { Project } from '#core/project.ts';
import { listProjects } from '#data/projects.ts';
import type { Supabase } from '#data/supabase.ts';
import { CommandError } from './tell-error.ts';

/** The project named, or the only one there is. */
export async function chooseProject(client: Supabase, slug?: string): Promise<Project> {
  const projects = await listProjects(client);
  const [first, ...others] =
    slug === undefined ? projects : projects.filter((project) => project.slug === slug);
  const known = projects.map((project) => project.slug).join(', ');
  if (first && others.length === 0) return first;
  if (first)
    throw new CommandError(`You are in several projects: ${known}. Name one with --project.`);
  throw new CommandError(
    projects.length === 0
      ? 'You are in no project yet. Ask an admin to add you, or make one in the workbench.'
      : `You are in no project “${slug}”, only in ${known}.`,
  );
}
