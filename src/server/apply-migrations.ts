/**
 * Brings the database to the newest file of `supabase/migrations`, each file in one transaction,
 * recorded as the Supabase CLI records it, so that `supabase db push` agrees.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './open-database.ts';
import { StartError } from './start-error.ts';

interface Migration {
  readonly version: string;
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

interface Applied {
  readonly version: string;
  readonly statements: readonly string[] | null;
}

/** Applies what is new and returns the names of the files applied. */
export async function applyMigrations(
  database: Database,
  folder: string,
  onFile: (file: string) => void = () => undefined,
): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const applied = await database.query<Applied>(
    'select version, statements from supabase_migrations.schema_migrations',
  );
  refuseUnknown(migrations, applied);
  const done: string[] = [];
  for (const migration of migrations) {
    const before = applied.find(({ version }) => version === migration.version);
    if (before) refuseChanged(migration, before);
    else {
      onFile(migration.file);
      await applyOne(database, migration);
      done.push(migration.file);
    }
  }
  await database.connection.clearSchemaCache();
  return done;
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
      if (!version || !name)
        throw new StartError(`The migration ${file} is not named like 20261121000100_name.sql.`);
      return { version, name, file, text: await readFile(join(folder, file), 'utf8') };
    }),
  );
}

// The row goes in first: a second server on the same Postgres waits on its key, then fails on it.
async function applyOne(database: Database, { version, name, file, text }: Migration) {
  try {
    await database.script(
      `insert into supabase_migrations.schema_migrations (version, name, statements)
       values (${quote(version)}, ${quote(name)}, array[${quote(text)}]);
       ${text}`,
    );
  } catch (error) {
    throw new StartError(`The migration ${file} failed: ${(error as Error).message}`);
  }
}

function refuseChanged(migration: Migration, { statements }: Applied): void {
  if (statements && squeeze(statements.join(';')) !== squeeze(migration.text))
    throw new StartError(
      `The migration ${migration.file} was changed after it was applied to this database. ` +
        'Put it back as it was and write the change as a new migration, or start with an empty data folder.',
    );
}

function refuseUnknown(migrations: readonly Migration[], applied: readonly Applied[]): void {
  const unknown = applied.find(({ version }) => !migrations.some((m) => m.version === version));
  if (unknown)
    throw new StartError(
      `This database has the migration ${unknown.version}, which this version of Tasktape does not know. ` +
        'It was probably made by a newer version: start that one.',
    );
}

// The Supabase CLI keeps a file statement by statement, without semicolons between them.
const squeeze = (text: string) => text.replace(/[\s;]+/g, '');

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
