import { mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ShelfConflict, ShelfFull } from '#delivery/shelf.ts';
import { FileShelf } from './file-shelf.ts';

let folder: string;
let log: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tasktape-shelf-'));
  log = join(folder, 'shelf.log');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const bytes = (...values: number[]) => Uint8Array.from(values);

async function contentsOf(shelf: FileShelf): Promise<Map<string, unknown>> {
  const contents = new Map<string, unknown>();
  for (const key of await shelf.keys('')) contents.set(key, await shelf.read(key));
  return contents;
}

/** The prototype that all file handles share, to make the disk fail. */
async function handlePrototype() {
  const handle = await open(folder, 'r');
  await handle.close();
  return Object.getPrototypeOf(handle) as Awaited<ReturnType<typeof open>>;
}

test('what was written is there after it was closed and opened again, bytes and all', async () => {
  const value = { at: 5, nested: [{ bytes: bytes(0, 255) }], none: undefined, word: 'žluť' };
  const shelf = await FileShelf.open(folder);
  await shelf.write([
    { put: 'chunk/2', value },
    { put: 'chunk/10', value: 'b' },
    { put: 'x', value: 1 },
  ]);
  await shelf.write([{ remove: 'x' }]);
  await shelf.close();
  const again = await FileShelf.open(folder);
  expect(await again.keys('chunk/')).toEqual(['chunk/10', 'chunk/2']);
  expect(await again.read('chunk/2')).toEqual(value);
  expect(await again.read('x')).toBeUndefined();
  await again.close();
});

test('a value is kept as it was when it was written', async () => {
  const shelf = await FileShelf.open(folder);
  const list = ['before'];
  const written = shelf.write([{ put: 'list', value: list }]);
  list.push('after');
  await written;
  expect(await shelf.read('list')).toEqual(['before']);
  await shelf.close();
});

test('a second process may not have the same folder', async () => {
  const shelf = await FileShelf.open(folder);
  await expect(FileShelf.open(folder)).rejects.toThrow('is in use');
  await shelf.close();
  await (await FileShelf.open(folder)).close();
});

test('nothing that was removed is left on the disk after closing', async () => {
  const shelf = await FileShelf.open(folder);
  await shelf.write([
    { put: 'gone', value: 'walrus' },
    { put: 'kept', value: 'osprey' },
  ]);
  await shelf.write([{ remove: 'gone' }]);
  await shelf.close();
  const text = (await readFile(log)).toString('latin1');
  expect(text).toContain('osprey');
  expect(text).not.toContain('walrus');
  expect(text).not.toContain('gone');
});

test('an emptied shelf keeps nothing, even while it is open', async () => {
  const shelf = await FileShelf.open(folder);
  await shelf.write([{ put: 'a', value: 'x'.repeat(10_000) }]);
  await shelf.write([{ remove: 'a' }]);
  expect((await stat(log)).size).toBeLessThan(100);
  await shelf.close();
});

test('a full disk is told as such, nothing of that write stays, and the next one goes through', async () => {
  const shelf = await FileShelf.open(folder);
  await shelf.write([{ put: 'a', value: 1 }]);
  const before = await readFile(log);
  const prototype = await handlePrototype();
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  vi.spyOn(prototype, 'datasync').mockRejectedValueOnce(full);
  await expect(shelf.write([{ put: 'b', value: 2 }, { remove: 'a' }])).rejects.toThrow(ShelfFull);
  expect(await readFile(log)).toEqual(before);
  expect(await contentsOf(shelf)).toEqual(new Map([['a', 1]]));
  await shelf.write([{ put: 'c', value: 3 }]);
  await shelf.close();
  const again = await FileShelf.open(folder);
  expect(await contentsOf(again)).toEqual(
    new Map([
      ['a', 1],
      ['c', 3],
    ]),
  );
  await again.close();
});

test('writes are answered only once they are on the disk, in the order they were made', async () => {
  const shelf = await FileShelf.open(folder);
  const answered: number[] = [];
  const writes = [1, 2, 3].map((value) =>
    shelf.write([{ put: 'n', value }]).then(() => answered.push(value)),
  );
  const read = shelf.read('n');
  await Promise.all(writes);
  expect(answered).toEqual([1, 2, 3]);
  expect(await read).toBe(3);
  await shelf.close();
});

test('a write that rests on something else than what is there changes nothing', async () => {
  const shelf = await FileShelf.open(folder);
  await shelf.write([
    { expect: 'turn', is: undefined },
    { put: 'turn', value: 'first' },
  ]);
  const late = [
    { expect: 'turn', is: undefined },
    { put: 'turn', value: 'second' },
  ];
  await expect(shelf.write(late)).rejects.toThrow(ShelfConflict);
  expect(await shelf.read('turn')).toBe('first');
  await shelf.write([{ expect: 'turn', is: 'first' }, { remove: 'turn' }]);
  expect(await shelf.keys('')).toEqual([]);
  await shelf.close();
});

test('a log of another kind is left alone', async () => {
  await writeFile(log, 'something else entirely');
  await expect(FileShelf.open(folder)).rejects.toThrow('was not written by this version');
  expect(await readFile(log, 'utf8')).toBe('something else entirely');
  await truncate(log);
  await (await FileShelf.open(folder)).close();
});
