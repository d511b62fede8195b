/** Puts the table of keys into the README of its room: `npm run docs:keys`. */
import { readFile, writeFile } from 'node:fs/promises';
import { readme, withKeys } from './keys-table.ts';

await writeFile(readme, await withKeys(await readFile(readme, 'utf8')));
