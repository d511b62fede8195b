import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SessionKeeper } from '#data/supabase.ts';
import type { FoundServer } from './find-server.ts';

/** Remembers a sign-in in a file that only its owner can read, one for each server. */
export function signInFile(server: FoundServer): SessionKeeper {
  const path = pathFor(server);
  const read = async () => {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
    } catch {
      return {};
    }
  };
  const write = async (values: Record<string, string>) => {
    if (Object.keys(values).length === 0) return rm(path, { force: true });
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.tmp`;
    await writeFile(temporary, JSON.stringify(values), { mode: 0o600 });
    await chmod(temporary, 0o600);
    await rename(temporary, path);
  };
  return {
    getItem: async (key) => (await read())[key] ?? null,
    setItem: async (key, value) => write({ ...(await read()), [key]: value }),
    removeItem: async (key) => {
      const values = await read();
      delete values[key];
      await write(values);
    },
  };
}

function pathFor(server: FoundServer): string {
  if (server.isHere) return join(server.dataDir, 'sign-in.json');
  const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  const name = createHash('sha256').update(server.url).digest('hex').slice(0, 16);
  return join(config, 'tasktape', `sign-in-${name}.json`);
}
