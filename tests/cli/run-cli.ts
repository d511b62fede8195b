/** Builds `tasktape` and runs it as a process of its own, as a person does. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON. */
  json<T = Record<string, unknown>>(): T;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
// Inside the repository, for the built program finds its packages and files from where it lies.
const outDir = `${root}dist/test-cli-${process.pid}`;

let built: Promise<unknown> | undefined;
const ensureBuilt = () =>
  (built ??= build({
    root,
    configFile: `${root}vite.config.ts`,
    mode: 'node',
    logLevel: 'warn',
    build: { outDir },
  }));
afterAll(() => rm(outDir, { recursive: true, force: true }));

/** The environment carries nothing of the developer's that would change what a command does. */
function cleanEnvironment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(TASKTAPE_|SUPABASE_|DATABASE_URL|NODE_OPTIONS|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...more };
}

export async function startCli(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  await ensureBuilt();
  return spawn(process.execPath, [`${outDir}/tasktape.js`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(env),
  });
}

export function finished(child: Awaited<ReturnType<typeof startCli>>): Promise<CliRun> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, stdout, stderr, json: <T>() => JSON.parse(stdout) as T }),
    );
  });
}

export const runCli = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<CliRun> => finished(await startCli(args, env));
