import { CompiledQuery } from 'kysely';
import type { Database } from '#server/open-database.ts';

export type Attempt =
  | { readonly ok: true; readonly rows: readonly Record<string, unknown>[] }
  | { readonly ok: false; readonly code: string; readonly message: string };

const takenBack = 'taken back';

/** Runs statements in one transaction in the role the API gives a person; the last one's rows. */
export async function asPerson(
  database: Database,
  userId: string | undefined,
  statements: readonly string[],
  keep: boolean,
): Promise<Attempt> {
  let rows: readonly Record<string, unknown>[] = [];
  try {
    await database.connection.kysely.transaction().execute(async (transaction) => {
      const run = (sql: string) => transaction.executeQuery(CompiledQuery.raw(sql));
      await run(`select set_config('request.jwt.claim.sub', '${userId ?? ''}', true)`);
      await run(`set local role ${userId ? 'authenticated' : 'anon'}`);
      for (const statement of statements)
        rows = (await run(statement)).rows as Record<string, unknown>[];
      if (!keep) throw new Error(takenBack);
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (message !== takenBack) return { ok: false, code: code ?? '', message };
  }
  return { ok: true, rows };
}
