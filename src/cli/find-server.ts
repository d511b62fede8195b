/** Which server a command speaks to: the one named, the one running here, or a Supabase of yours. */
import { join, resolve } from 'node:path';
import { findLockHolder } from '#server/data-lock.ts';
import { readInstallKeys } from '#server/install-keys.ts';
import { exitCodes } from './exit-codes.ts';
import { projectRoot } from './project-root.ts';
import { CommandError } from './tell-error.ts';

export interface FoundServer {
  /** Where supabase-js connects. */
  readonly url: string;
  readonly publishableKey: string;
  /** Where people open the workbench; unknown for a bare Supabase. */
  readonly workbench?: string;
  readonly dataDir: string;
  /** The server is the one that keeps `dataDir`. */
  readonly isHere: boolean;
}

export async function findServer(options: {
  readonly url?: string;
  readonly data?: string;
}): Promise<FoundServer> {
  const dataDir = dataDirOf(options);
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = process.env;
  if (options.url) return askWorkbench(options.url.replace(/\/+$/, ''), dataDir);
  if (options.data === undefined && SUPABASE_URL && SUPABASE_PUBLISHABLE_KEY)
    return {
      url: SUPABASE_URL,
      publishableKey: SUPABASE_PUBLISHABLE_KEY,
      dataDir,
      isHere: false,
    };
  const [holder, keys] = await Promise.all([findLockHolder(dataDir), readInstallKeys(dataDir)]);
  if (!holder)
    throw unreachable(
      `No Tasktape is running on ${dataDir}. Start it with “npm start”; for one with another folder add --data, for one elsewhere --url.`,
    );
  if (!holder.url || !keys)
    throw unreachable('Tasktape is still starting. Try again in a few seconds.');
  return {
    url: holder.url,
    publishableKey: keys.publishableKey,
    workbench: holder.url,
    dataDir,
    isHere: true,
  };
}

export const dataDirOf = ({ data }: { readonly data?: string }): string =>
  data ? resolve(data) : join(projectRoot, '.tasktape');

/** A workbench tells in `config.json` which Supabase it uses; a bare Supabase needs the key. */
async function askWorkbench(url: string, dataDir: string): Promise<FoundServer> {
  const [config, holder] = await Promise.all([fetchConfig(url), findLockHolder(dataDir)]);
  if (config) return { ...config, workbench: url, dataDir, isHere: holder?.url === url };
  const publishableKey = process.env.SUPABASE_PUBLISHABLE_KEY;
  if (!publishableKey)
    throw unreachable(
      `${url} is not a Tasktape workbench. If it is a Supabase, set SUPABASE_PUBLISHABLE_KEY too.`,
    );
  return { url, publishableKey, dataDir, isHere: false };
}

async function fetchConfig(url: string) {
  const answer = await fetch(`${url}/config.json`).catch(() => {
    throw unreachable(`${url} can’t be reached. Check the address, and that the server runs.`);
  });
  const config: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined;
  const { supabaseUrl, publishableKey } = (config ?? {}) as Record<string, unknown>;
  return typeof supabaseUrl === 'string' && typeof publishableKey === 'string'
    ? { url: supabaseUrl, publishableKey }
    : undefined;
}

const unreachable = (sentence: string) => new CommandError(sentence, exitCodes.unreachable);
