/** Starts Tasktape's server on one data folder: lock, keys, database, migrations, two addresses. */
import { join } from 'node:path';
import { createApi, currentScope } from './answer-api.ts';
import { applyMigrations } from './apply-migrations.ts';
import { closeAbandoned } from './close-abandoned.ts';
import { acquireDataLock, type DataLock } from './data-lock.ts';
import { ensureDemoPeople, type DemoPerson } from './demo-people.ts';
import { createEmbeddedSupabase } from './embedded-supabase.ts';
import { ensureInstallKeys } from './install-keys.ts';
import { isLoopback } from './loopback.ts';
import { ObjectStore } from './object-store.ts';
import { takeTurns } from './one-at-a-time.ts';
import { openDatabase, type Database } from './open-database.ts';
import { prepareDatabase } from './prepare-database.ts';
import { serveWorkbench, type Workbench } from './serve-workbench.ts';
import { openServerLog, type ServerLog } from './server-log.ts';
import { sweepObjects } from './sweep-objects.ts';
import { StartError } from './start-error.ts';

export interface ServerOptions {
  /** Where everything is kept; made if absent. */
  readonly dataDir: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly demo: boolean;
  /** A Postgres server to keep the rows in, instead of PGlite. */
  readonly databaseUrl?: string;
  /** The built app. */
  readonly webDir: string;
  readonly migrationsDir: string;
  /** Origins whose pages may show a session in a frame. */
  readonly embedIn?: readonly string[];
  /** The address of a model that may be asked for suggestions. */
  readonly suggester?: string;
  readonly onProgress: (step: string) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly replayUrl: string;
  readonly keys: { readonly publishableKey: string; readonly secretKey: string };
  /** Empty without demo. */
  readonly demoPeople: readonly DemoPerson[];
  /** SQL as the owner of the database, past all row-level security. */
  readonly query: Database['query'];
  /** Finishes what is under way, closes the database and gives the data folder back. */
  stop(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  if (options.demo && !isLoopback(options.host))
    throw new StartError(
      `The demo people would let anybody who reaches ${options.host} sign in. ` +
        'Start with --no-demo to be reached from other machines.',
    );
  const parts: Parts = {};
  try {
    return await start(options, parts);
  } catch (error) {
    await stop(parts);
    throw error;
  }
}

/** What is open, to be closed again. */
interface Parts {
  lock?: DataLock;
  log?: ServerLog;
  workbench?: Workbench;
  database?: Database;
  abandoned?: { stop(): Promise<void> };
}

async function stop({ lock, log, workbench, database, abandoned }: Parts): Promise<void> {
  await workbench?.close();
  await abandoned?.stop();
  await database?.close();
  log?.close();
  await lock?.release();
}

async function start(options: ServerOptions, parts: Parts): Promise<RunningServer> {
  const { dataDir, host, port, demo, databaseUrl, webDir, migrationsDir, onProgress } = options;
  const lock = (parts.lock = await acquireDataLock(dataDir));
  const log = (parts.log = openServerLog(dataDir));
  const keys = await ensureInstallKeys(dataDir);
  const demoPeople = demo ? await ensureDemoPeople(dataDir) : undefined;
  // The port is taken before the long work, so that one in use is told at once.
  const { embedIn, suggester } = options;
  const workbench = (parts.workbench = await serveWorkbench(
    host,
    port,
    webDir,
    embedIn,
    suggester,
  ));

  onProgress(databaseUrl ? 'Connecting to Postgres' : 'Opening the database');
  const database = (parts.database = await openDatabase(dataDir, databaseUrl));
  const store = await ObjectStore.open(join(dataDir, 'objects'), currentScope);
  const app = await takeTurns(() => createEmbeddedSupabase(database, keys, store));
  await prepareDatabase(database);
  await applyMigrations(database, migrationsDir, (file) => onProgress(`Applying ${file}`));
  await sweepObjects(database, store, dataDir);
  parts.abandoned = await closeAbandoned(database, log);

  const { publishableKey, secretKey } = keys;
  workbench.open({ publishableKey, api: createApi(app, log), demoPeople });
  await lock.announce(workbench.url);
  return {
    url: workbench.url,
    replayUrl: workbench.replayUrl,
    keys: { publishableKey, secretKey },
    demoPeople: demoPeople ?? [],
    query: database.query,
    stop: () => stop(parts),
  };
}
