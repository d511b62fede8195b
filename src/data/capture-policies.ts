import type { CapturePolicy } from '#core/capture-policy.ts';
import type { ProjectId } from '#core/ids.ts';
import { epochMs, type EpochMs } from '#core/time.ts';
import { call, settle } from './call.ts';
import type { Supabase } from './supabase.ts';

/** A version of what a project's recorders may tell of a page. */
export interface PublishedPolicy {
  readonly version: number;
  readonly rules: CapturePolicy;
  readonly publishedAt: EpochMs;
}

/** The newest version; every project has one from its first moment. */
export async function latestPolicy(
  client: Supabase,
  project: ProjectId,
): Promise<PublishedPolicy | undefined> {
  const rows = await settle(
    client
      .from('capture_policies')
      .select('version, rules, published_at')
      .eq('project_id', project)
      .order('version', { ascending: false })
      .limit(1),
  );
  return (
    rows[0] && {
      version: rows[0].version as number,
      rules: rows[0].rules as CapturePolicy,
      publishedAt: epochMs(Date.parse(rows[0].published_at as string)),
    }
  );
}

/** Publishes the next version, which binds every recording begun from now on; answers its number. */
export async function publishPolicy(
  client: Supabase,
  project: ProjectId,
  rules: CapturePolicy,
): Promise<number> {
  return call<number>(client, 'publish_capture_policy', { p_project: project, p_policy: rules });
}
