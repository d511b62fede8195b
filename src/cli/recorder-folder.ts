/** Where `tasktape record` keeps what is not delivered yet: a folder for each recorder key, beside what
 * else is kept of that server. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import { ShelfPlaces } from '#delivery/shelf-places.ts';
import { writeFileDurably } from '#server/write-file-durably.ts';
import { FileShelf } from './file-shelf.ts';

export interface RecorderFolder {
  readonly path: string;
  readonly settings: RecorderSettings;
  /** Where the last recording began. */
  readonly site: string;
}

const fileName = 'recorder.json';

export async function makeRecorderFolder(
  dataDir: string,
  settings: RecorderSettings,
  site: string,
): Promise<RecorderFolder> {
  const path = join(dataDir, 'recorder', new ShelfPlaces(settings).scope);
  await mkdir(path, { recursive: true, mode: 0o700 });
  await writeFileDurably(join(path, fileName), JSON.stringify({ settings, site }));
  return { path, settings, site };
}

/** For this process alone. What a keeper leased that is gone must not hold up the next one. */
export async function openRecorderShelf({ path, settings }: RecorderFolder): Promise<FileShelf> {
  const shelf = await FileShelf.open(path);
  const keys = await shelf.keys(new ShelfPlaces(settings).recordings);
  const leases = keys.filter((key) => key.includes('/lease/'));
  if (leases.length > 0) await shelf.write(leases.map((remove) => ({ remove })));
  return shelf;
}

/** Those of all recorder keys that were ever used from here. */
export async function listRecorderFolders(dataDir: string): Promise<RecorderFolder[]> {
  const all = join(dataDir, 'recorder');
  const names = await readdir(all).catch(() => [] as string[]);
  const found = await Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(join(all, name, fileName), 'utf8').catch(() => undefined);
      if (text === undefined) return [];
      const { settings, site } = JSON.parse(text) as Omit<RecorderFolder, 'path'>;
      return [{ path: join(all, name), settings, site }];
    }),
  );
  return found.flat();
}
