import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from './write-file-durably.ts';

/** The keys of one install: made once, kept in its data folder, readable by its owner alone. */
export interface InstallKeys {
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly jwtSecret: string;
}

const random = (bytes: number) => randomBytes(bytes).toString('base64url');

/** The keys of `dataDir`, or `undefined` where nothing was installed yet. */
export async function readInstallKeys(dataDir: string): Promise<InstallKeys | undefined> {
  try {
    return JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8')) as InstallKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads the keys of `dataDir`, making them the first time. Its lock must be held. */
export async function ensureInstallKeys(dataDir: string): Promise<InstallKeys> {
  const known = await readInstallKeys(dataDir);
  if (known) return known;
  const keys: InstallKeys = {
    publishableKey: `sb_publishable_${random(24)}`,
    secretKey: `sb_secret_${random(32)}`,
    jwtSecret: random(32),
  };
  await writeFileDurably(join(dataDir, 'keys.json'), JSON.stringify(keys, undefined, 2));
  return keys;
}
