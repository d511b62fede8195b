/** `npm start` as a process of its own on a folder and a port of its own, for browser tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { startPostgres } from '../postgres.ts';

export interface Workbench {
  readonly url: string;
  readonly folder: string;
  /** Runs `tasktape` against this workbench; answers its exit code and what it printed. */
  cli(...args: readonly string[]): Promise<{ code: number | null; output: string }>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const program = 'src/cli/bin.mjs';

/** `more` goes to `tasktape start`. */
export async function startWorkbench(
  kind: 'pglite' | 'postgres' = 'pglite',
  more: readonly string[] = [],
): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'tasktape-e2e-'));
  const postgres = kind === 'postgres' ? await startPostgres() : undefined;
  const port = await freePort();
  const data = join(folder, 'data');
  const env = { ...process.env, CI: 'true', ...(postgres && { DATABASE_URL: postgres.url }) };
  let server: ChildProcess | undefined;

  const ended = async (signal: NodeJS.Signals) => {
    const running = server;
    server = undefined;
    if (!running || running.exitCode !== null) return;
    const exit = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await exit;
  };
  const start = async () => {
    const args = ['start', '--port', String(port), '--data', data, ...more];
    server = spawn(process.execPath, [program, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await untilReady(server);
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    start,
    kill: () => ended('SIGKILL'),
    cli: (...args) => runCli([...args, '--data', data]),
    stop: async () => {
      await ended('SIGTERM');
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (/Ctrl-C/.test(said)) resolve();
    };
    server.stdout!.on('data', hear);
    server.stderr!.on('data', hear);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

function runCli(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
