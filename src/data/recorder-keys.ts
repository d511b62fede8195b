import type { ProjectId } from '#core/ids.ts';
import type { RecorderKey } from '#core/recorder-key.ts';
import { epochMs } from '#core/time.ts';
import { call, settle } from './call.ts';
import type { Supabase } from './supabase.ts';

/** A project's recorder keys, newest first, revoked ones included. Admins only. */
export async function listRecorderKeys(
  client: Supabase,
  project: ProjectId,
): Promise<RecorderKey[]> {
  const rows = await settle(
    client
      .from('recorder_keys')
      .select('id, name, sites, created_at, revoked_at')
      .eq('project_id', project)
      .order('created_at', { ascending: false }),
  );
  return rows.map((row) => ({
    id: row.id as string,
    name: row.name as string,
    sites: row.sites as string[],
    createdAt: epochMs(Date.parse(row.created_at as string)),
    ...(row.revoked_at && { revokedAt: epochMs(Date.parse(row.revoked_at as string)) }),
  }));
}

/** Answers the key, which can't be read again. */
export async function createRecorderKey(
  client: Supabase,
  project: ProjectId,
  name: string,
  sites: readonly string[],
): Promise<string> {
  return call<string>(client, 'create_recorder_key', {
    p_project: project,
    p_name: name,
    p_sites: sites,
  });
}

/** Recorders with this key can begin nothing more. Can't be undone. */
export async function revokeRecorderKey(client: Supabase, key: string): Promise<void> {
  await call(client, 'revoke_recorder_key', { p_key: key });
}
