import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReleaseFolder, requireEmptyFolder, writeReleaseFolder } from './release-folder.ts';

let root: string;
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'tasktape-folder-'))));
afterEach(() => rm(root, { recursive: true }));

const files = [{ name: 'a.txt', bytes: new Uint8Array([1, 2]) }];

test('files appear in a folder that is new, or there and empty', async () => {
  await mkdir(join(root, 'empty'));
  for (const name of ['empty', 'new/deeper']) {
    const folder = join(root, name);
    await requireEmptyFolder(folder);
    await writeReleaseFolder(folder, files);
    expect([...(await readFile(join(folder, 'a.txt')))]).toEqual([1, 2]);
  }
});

test('a folder in which something lies is refused, and a file too', async () => {
  await writeFile(join(root, 'mine'), 'kept');
  await expect(requireEmptyFolder(root)).rejects.toThrow('is not empty');
  await expect(requireEmptyFolder(join(root, 'mine'))).rejects.toThrow('is a file');
});

test('what can’t be written whole leaves nothing behind', async () => {
  const twice = [...files, ...files];
  await expect(writeReleaseFolder(join(root, 'out'), twice)).rejects.toThrow('EEXIST');
  expect(await readdir(root)).toEqual([]);
});

test('something that appeared meanwhile is not overwritten', async () => {
  const folder = join(root, 'out');
  await mkdir(folder);
  await writeFile(join(folder, 'mine'), 'kept');
  await expect(writeReleaseFolder(folder, files)).rejects.toThrow();
  expect(await readdir(root)).toEqual(['out']);
  expect(await readFile(join(folder, 'mine'), 'utf8')).toBe('kept');
});

test('a folder is read with everything that lies in it, folders told apart', async () => {
  await mkdir(join(root, 'inner'));
  await writeFile(join(root, 'b.txt'), 'b');
  const folder = await openReleaseFolder(root);
  expect([...folder.names].sort()).toEqual(['b.txt', 'inner/']);
  expect([...folder.read('b.txt')]).toEqual([98]);
  await expect(openReleaseFolder(join(root, 'none'))).rejects.toThrow('There is no folder');
  await expect(openReleaseFolder(join(root, 'b.txt'))).rejects.toThrow('is a file');
});
