/**
 * Keeps a data folder to one process: the holder listens on a socket of a name never used before,
 * which the kernel closes however the process dies, and owns the highest `lock.N` in the folder.
 * Whoever finds the highest holder's socket dead may link `lock.N+1`, which succeeds for one only;
 * the highest is never removed, so nothing is broken by force and a reused pid means nothing.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { StartError } from './start-error.ts';
import { writeFileDurably } from './write-file-durably.ts';

export interface LockHolder {
  readonly pid: number;
  /** Where it serves, once it does. */
  readonly url?: string;
}

export interface DataLock {
  /** Tells those who ask where this process serves. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

interface LockFile extends LockHolder {
  readonly socket: string;
}

/** Who holds the folder now, if anybody does. */
export async function findLockHolder(dataDir: string): Promise<LockHolder | undefined> {
  const top = await highestLock(dataDir);
  return top && (await isAlive(dataDir, top.socket)) ? { pid: top.pid, url: top.url } : undefined;
}

/** Takes the folder, or throws a `StartError` that names its holder. */
export async function acquireDataLock(dataDir: string): Promise<DataLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const socket = `${randomUUID()}.sock`;
  const folder = openFolder(dataDir);
  const server = await listen(socketPath(dataDir, socket, folder));
  try {
    const generation = await claim(dataDir, { pid: process.pid, socket });
    await removeOlder(dataDir, generation);
    return {
      announce: (url) => writeFileDurably(join(dataDir, `lock.${generation}.url`), url),
      release: () => close(server, folder),
    };
  } catch (error) {
    await close(server, folder);
    throw error;
  }
}

async function claim(dataDir: string, file: LockFile): Promise<number> {
  for (;;) {
    const top = await highestLock(dataDir);
    if (top && (await isAlive(dataDir, top.socket))) throw heldBy(dataDir, top);
    const generation = (top?.generation ?? 0) + 1;
    const path = join(dataDir, `lock.${generation}`);
    try {
      await writeFileDurably(path, JSON.stringify(file), { replace: false });
    } catch (error) {
      if (hasCode(error, 'EEXIST')) continue;
      throw error;
    }
    // Slow between looking and linking, we may have taken a number that was given back.
    if ((await highestGeneration(dataDir)) === generation) return generation;
    await unlink(path).catch(() => undefined);
  }
}

async function highestGeneration(dataDir: string): Promise<number> {
  const names = await readdir(dataDir).catch(() => [] as string[]);
  return Math.max(0, ...names.flatMap((name) => generationOf(name) ?? []));
}

function generationOf(name: string): number | undefined {
  const digits = /^lock\.(\d+)$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

async function highestLock(
  dataDir: string,
): Promise<(LockFile & { generation: number }) | undefined> {
  for (;;) {
    const generation = await highestGeneration(dataDir);
    if (generation === 0) return undefined;
    const path = join(dataDir, `lock.${generation}`);
    try {
      const file = JSON.parse(await readFile(path, 'utf8')) as LockFile;
      const url = await readFile(`${path}.url`, 'utf8').catch(() => undefined);
      return { ...file, generation, url };
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
}

async function removeOlder(dataDir: string, generation: number): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const number = generationOf(name.replace(/\.url$/, ''));
    if (number === undefined || number >= generation) continue;
    const path = join(dataDir, name);
    if (!name.endsWith('.url')) {
      const { socket } = JSON.parse(await readFile(path, 'utf8')) as LockFile;
      await unlink(join(dataDir, socket)).catch(() => undefined);
    }
    await unlink(path).catch(() => undefined);
  }
}

function heldBy(dataDir: string, holder: LockHolder): StartError {
  const where = holder.url ? ` and serves ${holder.url}` : '';
  return new StartError(
    `The data folder ${dataDir} is in use: process ${holder.pid} holds it${where}. ` +
      'Stop that process first, or choose another folder with --data.',
  );
}

// Only a refused or absent socket is proof of death; a holder too busy to answer is alive.
function isAlive(dataDir: string, socket: string): Promise<boolean> {
  const folder = openFolder(dataDir);
  return new Promise<boolean>((resolve) => {
    const asked = connect(socketPath(dataDir, socket, folder));
    asked.once('connect', () => {
      resolve(true);
      asked.destroy();
    });
    asked.once('error', (error) =>
      resolve(!hasCode(error, 'ECONNREFUSED') && !hasCode(error, 'ENOENT')),
    );
    asked.once('close', () => closeFolder(folder));
  });
}

const hasCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

// A socket's path may have about 100 bytes; Linux lets a long folder go by its open descriptor.
function socketPath(dataDir: string, socket: string, folder: number | undefined): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\tasktape-${socket}`;
  if (folder !== undefined) return `/proc/self/fd/${folder}/${socket}`;
  const path = join(dataDir, socket);
  if (Buffer.byteLength(path) > 100)
    throw new StartError(
      `The path of the data folder ${dataDir} is too long. Choose a shorter one.`,
    );
  return path;
}

const openFolder = (dataDir: string) =>
  process.platform === 'linux' ? openSync(dataDir, 'r') : undefined;

function closeFolder(folder: number | undefined): void {
  if (folder !== undefined) closeSync(folder);
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((asker) => asker.destroy());
    server.unref();
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

async function close(server: Server, folder: number | undefined): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  closeFolder(folder);
}
