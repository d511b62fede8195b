/** A whole server in this process, on a free port and a folder of its own, for tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer, type RunningServer, type ServerOptions } from '#server/start-server.ts';
import { startPostgres } from './postgres.ts';

export interface EmbeddedOptions extends Partial<
  Pick<ServerOptions, 'demo' | 'host' | 'port' | 'webDir' | 'embedIn' | 'migrationsDir' | 'dataDir'>
> {
  /** `postgres` needs one installed here: ask `findPostgres` first. */
  readonly kind?: 'pglite' | 'postgres';
}

export type Embedded = RunningServer & { readonly dataDir: string };

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts it. `stop` also removes the folder, unless it was given in `options`. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const { kind = 'pglite', ...rest } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tasktape-')));
  const postgres = kind === 'postgres' ? await startPostgres() : undefined;
  const cleanUp = async () => {
    await postgres?.stop();
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    if (kind === 'postgres' && !postgres) throw new Error('No PostgreSQL is installed here.');
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      demo: false,
      webDir: at('../dist/web'),
      migrationsDir: at('../supabase/migrations'),
      onProgress: () => undefined,
      ...rest,
      dataDir,
      databaseUrl: postgres?.url,
    });
    const stop = async () => {
      await server.stop();
      await cleanUp();
    };
    return { ...server, dataDir, stop };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}
