import { CompiledQuery } from 'kysely';
import type { Database } from '#server/open-database.ts';

export type Attempt =
  | { readonly ok: true; readonly rows: readonly Record<string, unknown>[] }
  | { readonly ok: false; readonly code: string; readonly message: string };

const takenBack = 'taken back';

/** What somebody does: the owner of the database, or a person in the role the API gives them. */
export interface Step {
  readonly by: { readonly userId: string | undefined } | 'owner';
  readonly sql: string;
}

/** Does it all in one transaction; the last step's rows. */
export async function asPeople(
  database: Database,
  steps: readonly Step[],
  keep: boolean,
): Promise<Attempt> {
  let rows: readonly Record<string, unknown>[] = [];
  try {
    await database.connection.kysely.transaction().execute(async (transaction) => {
      const run = (sql: string) => transaction.executeQuery(CompiledQuery.raw(sql));
      let before: Step['by'] | undefined;
      for (const { by, sql } of steps) {
        if (by !== before) await become(run, by);
        before = by;
        rows = (await run(sql)).rows as Record<string, unknown>[];
      }
      if (!keep) throw new Error(takenBack);
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (message !== takenBack) return { ok: false, code: code ?? '', message };
  }
  return { ok: true, rows };
}

/** Runs statements as one person. */
export function asPerson(
  database: Database,
  userId: string | undefined,
  statements: readonly string[],
  keep: boolean,
): Promise<Attempt> {
  const by = { userId };
  return asPeople(
    database,
    statements.map((sql) => ({ by, sql })),
    keep,
  );
}

async function become(run: (sql: string) => Promise<unknown>, by: Step['by']): Promise<void> {
  await run('reset role');
  if (by === 'owner') return;
  await run(`select set_config('request.jwt.claim.sub', '${by.userId ?? ''}', true)`);
  await run(`set local role ${by.userId ? 'authenticated' : 'anon'}`);
}
