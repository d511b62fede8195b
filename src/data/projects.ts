import type { ProjectId, UserId } from '#core/ids.ts';
import type { Member, Project } from '#core/project.ts';
import type { Role } from '#core/role.ts';
import type { Purpose } from '#core/consent.ts';
import { call, settle } from './call.ts';
import { currentPerson } from './people.ts';
import type { Supabase } from './supabase.ts';

/** The projects the signed-in person belongs to, with their roles there. */
export async function listProjects(client: Supabase): Promise<Project[]> {
  const me = await currentPerson(client);
  if (!me) return [];
  const [projects, roles] = await Promise.all([
    settle(client.from('projects').select('id, slug, name').order('name')),
    settle(client.from('members').select('project_id, role').eq('user_id', me.id)),
  ]);
  return projects.map((row) => ({
    id: row.id as ProjectId,
    slug: row.slug as string,
    name: row.name as string,
    roles: roles.filter((each) => each.project_id === row.id).map((each) => each.role as Role),
  }));
}

export async function createProject(
  client: Supabase,
  name: string,
  slug: string,
): Promise<ProjectId> {
  return call<ProjectId>(client, 'create_project', { p_name: name, p_slug: slug });
}

export async function listMembers(client: Supabase, project: ProjectId): Promise<Member[]> {
  const rows = await settle(
    client.from('members').select('user_id, role').eq('project_id', project).order('added_at'),
  );
  const ids = [...new Set(rows.map((row) => row.user_id as UserId))];
  const names = await namesOf(client, ids);
  return rows.map((row) => ({
    userId: row.user_id as UserId,
    name: names.get(row.user_id as UserId) ?? 'unnamed',
    role: row.role as Role,
  }));
}

export async function namesOf(
  client: Supabase,
  ids: readonly UserId[],
): Promise<Map<UserId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await settle(
    client
      .from('profiles')
      .select('user_id, name')
      .in('user_id', [...ids]),
  );
  return new Map(rows.map((row) => [row.user_id as UserId, row.name as string]));
}

/** `email` must belong to an account; refused otherwise. */
export async function addMember(
  client: Supabase,
  project: ProjectId,
  email: string,
  role: Role,
): Promise<void> {
  await call(client, 'add_member', { p_project: project, p_email: email, p_role: role });
}

export async function removeMember(
  client: Supabase,
  project: ProjectId,
  user: UserId,
  role: Role,
): Promise<void> {
  await call(client, 'remove_member', { p_project: project, p_user: user, p_role: role });
}

/** Publishes the next version of what contributors are told; answers the version. */
export async function publishNotice(
  client: Supabase,
  project: ProjectId,
  text: string,
  purposes: readonly Purpose[],
): Promise<number> {
  return call<number>(client, 'publish_notice', {
    p_project: project,
    p_text: text,
    p_purposes: purposes,
  });
}
