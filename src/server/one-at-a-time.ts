/**
 * PGlite has one connection, and the embedded Supabase hands it to every request at once: the role
 * that one request sets inside its transaction would hold for the statements of another. This
 * Kysely gives the connection to one request at a time; what a request starts inside its own
 * transaction joins it, as it would otherwise wait for itself.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
} from 'kysely';

interface Turn {
  held: number;
}

const turns = new AsyncLocalStorage<Turn>();

/** Runs one request; all database work in it counts as one holder's. */
export function takeTurns<T>(act: () => Promise<T>): Promise<T> {
  return turns.run({ held: 0 }, act);
}

/** True inside `takeTurns`. */
export const isInTurn = (): boolean => turns.getStore() !== undefined;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the schema is not known here
export function oneAtATime(database: PGlite): Kysely<any> {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OneAtATimeDriver(database),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

interface Lease extends DatabaseConnection {
  readonly turn: Turn;
}

class OneAtATimeDriver implements Driver {
  readonly #database: PGlite;
  readonly #waiting: (() => void)[] = [];
  #busy = false;

  constructor(database: PGlite) {
    this.#database = database;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Lease> {
    const turn = turns.getStore() ?? { held: 0 };
    if (turn.held === 0) await this.#wait();
    turn.held += 1;
    return {
      turn,
      executeQuery: async ({ sql, parameters }) => {
        const { rows, affectedRows } = await this.#database.query(sql, [...parameters]);
        return { rows: rows as never[], numAffectedRows: BigInt(affectedRows ?? 0) };
      },
      streamQuery: () => {
        throw new Error('PGlite does not stream.');
      },
    };
  }

  async releaseConnection(lease: DatabaseConnection): Promise<void> {
    const { turn } = lease as Lease;
    turn.held -= 1;
    if (turn.held > 0) return;
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busy = false;
  }

  async beginTransaction(lease: DatabaseConnection): Promise<void> {
    await lease.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(lease: DatabaseConnection): Promise<void> {
    await lease.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(lease: DatabaseConnection): Promise<void> {
    await lease.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {}

  async #wait(): Promise<void> {
    if (this.#busy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy = true;
  }
}
