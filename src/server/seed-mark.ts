/**
 * What was seeded is written down in the database, where Supabase keeps account of seeds too, so
 * that what people changed or took back since is left alone.
 */
import type { RunningServer } from './start-server.ts';

/** What was written down of a seed; `undefined` when it was not done yet. */
export async function readSeedMark(
  { query }: RunningServer,
  path: string,
): Promise<string | undefined> {
  const [row] = await query<{ hash: string }>(
    'select hash from supabase_migrations.seed_files where path = $1',
    [path],
  );
  return row?.hash;
}

export async function writeSeedMark(
  { query }: RunningServer,
  path: string,
  hash: string,
): Promise<void> {
  await query(
    'insert into supabase_migrations.seed_files (path, hash) values ($1, $2) on conflict do nothing',
    [path, hash],
  );
}
