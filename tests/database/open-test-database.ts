/** Fresh databases with every migration applied: PGlite always, PostgreSQL where one is installed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '#server/apply-migrations.ts';
import { createEmbeddedSupabase } from '#server/embedded-supabase.ts';
import { ensureInstallKeys } from '#server/install-keys.ts';
import { ObjectStore } from '#server/object-store.ts';
import { openDatabase, type Database } from '#server/open-database.ts';
import { prepareDatabase } from '#server/prepare-database.ts';
import { findPostgres, startPostgres } from '../postgres.ts';

export interface TestDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

export async function openTestDatabase(databaseUrl?: string): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'tasktape-database-'));
  const database = await openDatabase(folder, databaseUrl);
  await createEmbeddedSupabase(
    database,
    await ensureInstallKeys(folder),
    await ObjectStore.open(join(folder, 'objects'), () => ({})),
  );
  await prepareDatabase(database);
  await applyMigrations(database, 'supabase/migrations');
  return {
    database,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openTestPostgres(): Promise<TestDatabase> {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('No PostgreSQL is installed here.');
  const opened = await openTestDatabase(postgres.url);
  return {
    database: opened.database,
    close: async () => {
      await opened.close();
      await postgres.stop();
    },
  };
}

/** `open` is absent where a database can't be had, and its tests are skipped. */
export const testDatabases: readonly { kind: string; open?: () => Promise<TestDatabase> }[] = [
  { kind: 'PGlite', open: () => openTestDatabase() },
  { kind: 'PostgreSQL', ...(findPostgres() && { open: openTestPostgres }) },
];
