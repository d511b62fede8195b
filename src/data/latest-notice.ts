import type { Purpose } from '#core/consent.ts';
import type { ProjectId } from '#core/ids.ts';
import { epochMs, type EpochMs } from '#core/time.ts';
import { settle } from './call.ts';
import type { Supabase } from './supabase.ts';

/** What contributors are told before they are asked. */
export interface Notice {
  readonly version: number;
  readonly text: string;
  readonly purposes: readonly Purpose[];
  readonly publishedAt: EpochMs;
}

/** The newest version of a project's consent notice; `undefined` before the first. */
export async function latestNotice(
  client: Supabase,
  project: ProjectId,
): Promise<Notice | undefined> {
  const rows = await settle(
    client
      .from('consent_notices')
      .select('version, text, purposes, published_at')
      .eq('project_id', project)
      .order('version', { ascending: false })
      .limit(1),
  );
  return (
    rows[0] && {
      version: rows[0].version as number,
      text: rows[0].text as string,
      purposes: rows[0].purposes as Purpose[],
      publishedAt: epochMs(Date.parse(rows[0].published_at as string)),
    }
  );
}
