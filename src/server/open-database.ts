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
  if (!URL.canParse(url)) throw new StartError('DATABASE_URL is not an address like postgres://….');
  const { createPostgresConnection } = await import('@supabase/lite/postgres');
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      onnotice: () => undefined,
      types: {
        // The embedded Supabase hands JSON over as text already.
        jsonb: {
          to: jsonb,
          from: [jsonb],
          serialize: (value: unknown) =>
            typeof value === 'string' ? value : JSON.stringify(value),
          parse: (text: string) => JSON.parse(text) as unknown,
        },
        timestamptz: {
          to: timestamptz,
          from: [timestamptz],
          serialize: (value: unknown) => value,
          parse: asPostgrestWrites,
        },
      },
    },
  });
  await checkReachable(connection, url);
  return {
    kind: 'postgres',
    connection,
    query: (text, parameters = []) => run(connection, text, parameters),
    script: async (text) => {
      await connection.driver.begin((transaction) => transaction.unsafe(text).simple());
    },
    close: () => connection.close(),
  };
}

async function checkReachable(connection: PostgresConnection, url: string): Promise<void> {
  try {
    await run(connection, 'select', []);
  } catch (error) {
    await connection.close().catch(() => undefined);
    const { host } = new URL(url);
    throw new StartError(
      `The Postgres server at ${host} can't be used: ${(error as Error).message}. Check DATABASE_URL.`,
    );
  }
}

async function run<Row>(
  connection: PgliteConnection | PostgresConnection,
  text: string,
  parameters: readonly unknown[],
): Promise<readonly Row[]> {
  const query = CompiledQuery.raw(text, [...parameters]);
  return (await connection.kysely.executeQuery(query)).rows as Row[];
}

const jsonb = 3802;
const timestamptz = 1184;

// `2026-11-21 03:48:24.8+00` is read by some browsers only; PostgREST gives ISO 8601.
const asPostgrestWrites = (text: string) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
