/**
 * After a crash an object may lie in the folder that the database never heard of, and that nobody
 * could take back; it goes. Only where folder and database are each other's, by an id that both
 * keep, for a folder beside another database holds objects it must not lose.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from './object-store.ts';
import type { Database } from './open-database.ts';
import { writeFileDurably } from './write-file-durably.ts';

export async function sweepObjects(
  { query }: Database,
  store: ObjectStore,
  dataDir: string,
): Promise<void> {
  const file = join(dataDir, 'objects', 'database-id');
  const ofFolder = await readFile(file, 'utf8').catch(() => undefined);
  const [row] = await query<{ hash: string }>(
    `select hash from supabase_migrations.seed_files where path = 'objects'`,
  );
  if (ofFolder === undefined && row === undefined) {
    const id = randomUUID();
    await writeFileDurably(file, id);
    await query(`insert into supabase_migrations.seed_files (path, hash) values ('objects', $1)`, [
      id,
    ]);
  }
  if (ofFolder === undefined || ofFolder !== row?.hash) return;
  await store.keepOnly(await query('select bucket_id as bucket, name as key from storage.objects'));
}
