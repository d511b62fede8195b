import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of all stored objects of a data folder. */
export const objectFiles = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'objects'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .map((name) => join(dataDir, 'objects', name));
