import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import type { PgliteConnection } from '@supabase/lite/pglite';
import type { PostgresConnection } from '@supabase/lite/postgres';
import { CompiledQuery } from 'kysely';
import { setLiteEnvironment } from './lite-environment.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { StartError } from './start-error.ts';

/** The database behind the server, as its owner sees it: no row-level security. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly connection: PgliteConnection | PostgresConnection;
  query<Row>(text: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Runs many statements as one transaction. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens PGlite in the data folder, or the Postgres server at `databaseUrl`. */
export async function openDatabase(dataDir: string, databaseUrl?: string): Promise<Database> {
  setLiteEnvironment();
  const database = databaseUrl ? await openPostgres(databaseUrl) : await openPglite(dataDir);
  // Before its first request the library would grant everything to everybody in every schema that
  // has row-level security. It skips that when it believes it was done.
  Object.assign(database.connection, { rlsState: 'active' });
  return database;
}

async function openPglite(dataDir: string): Promise<Database> {
  const folder = join(dataDir, 'database');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { createPgliteConnection } = await import('@supabase/lite/pglite');
  const connection = await createPgliteConnection({
    url: folder,
    pgliteOptions: { extensions: { btree_gist }, parsers: { [timestamptz]: asPostgrestWrites } },
  });
  await connection.driver.waitReady;
  connection.kysely = oneAtATime(connection.driver);
  return {
    kind: 'pglite',
    connection,
    query: (text, parameters = []) => run(connection, text, parameters),
    script: async (text) => {
      const { driver } = connection;
      await connection.kysely.connection().execute(() => driver.transaction((tx) => tx.exec(text)));
    },
    close: () => connection.close(),
  };
}

async function openPostgres(url: string): Promise<Database> {
  const { createPostgresConnection } = await import('@supabase/lite/postgres');
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      onnotice: () => undefined,
      types: {
        timestamptz: {
          to: timestamptz,
          from: [timestamptz],
          serialize: (value: unknown) => value,
          parse: asPostgrestWrites,
        },
      },
    },
  });
  const { host, port } = connection.driver.options;
  return {
    kind: 'postgres',
    connection,
    query: async (text, parameters = []) => {
      try {
        return await run(connection, text, parameters);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? '';
        if (!/^(ECONN|ENOTFOUND|CONNECT_TIMEOUT|28|3D000)/.test(code)) throw error;
        throw new StartError(
          `The Postgres server at ${host.join(',')}:${port.join(',')} can't be used (${(error as Error).message || code}). Check DATABASE_URL.`,
        );
      }
    },
    script: async (text) => {
      await connection.driver.begin((transaction) => transaction.unsafe(text).simple());
    },
    close: () => connection.close(),
  };
}

async function run<Row>(
  connection: PgliteConnection | PostgresConnection,
  text: string,
  parameters: readonly unknown[],
): Promise<readonly Row[]> {
  const query = CompiledQuery.raw(text, [...parameters]);
  return (await connection.kysely.executeQuery(query)).rows as Row[];
}

const timestamptz = 1184;

// `2026-11-21 03:48:24.8+00` is read by some browsers only; PostgREST gives ISO 8601.
const asPostgrestWrites = (text: string) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
