/** A release as a folder: read without trust, written whole or not at all. */
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ReleaseFolder } from '#episodes/verify-release.ts';
import { CommandError } from './tell-error.ts';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function openReleaseFolder(folder: string): Promise<ReleaseFolder> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return {
      names: entries.map((entry) => (entry.isFile() ? entry.name : `${entry.name}/`)),
      read: (name) => readFileSync(join(folder, name)),
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CommandError(`There is no folder ${folder}.`);
    if (code === 'ENOTDIR')
      throw new CommandError(`${folder} is a file. Name the release’s folder.`);
    if (code === 'EACCES') throw new CommandError(`You may not read ${folder}.`);
    throw error;
  }
}

export const folderOf = (files: readonly File[]): ReleaseFolder => ({
  names: files.map((file) => file.name),
  read: (name) => files.find((file) => file.name === name)?.bytes ?? new Uint8Array(),
});

/** Refuses a folder in which something lies, before any work is done for it. */
export async function requireEmptyFolder(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR') throw new CommandError(`${folder} is a file. Name another folder.`);
    throw error;
  }
  throw new CommandError(`${folder} is not empty. Name a new folder; nothing is overwritten.`);
}

/** The files appear together: they are written beside the folder, which is then put in place. */
export async function writeReleaseFolder(folder: string, files: readonly File[]): Promise<void> {
  const target = resolve(folder);
  const aside = `${target}.${process.pid}.tmp`;
  await mkdir(dirname(target), { recursive: true });
  await mkdir(aside);
  try {
    for (const { name, bytes } of files) {
      const handle = await open(join(aside, name), 'wx');
      await handle
        .writeFile(bytes)
        .then(() => handle.sync())
        .finally(() => handle.close());
    }
    await rmdir(target).catch(() => undefined);
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}
