import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, expect, test } from 'vitest';
import { IndexedDbShelf } from './indexed-db-shelf.ts';
import { ShelfConflict, ShelfFull } from './shelf.ts';

beforeAll(() => {
  globalThis.IDBKeyRange = IDBKeyRange;
});

test('values outlive the shelf that wrote them, and keys come in order', async () => {
  const factory = new IDBFactory();
  const shelf = await IndexedDbShelf.open(factory);
  await shelf.write([
    { put: 'a/2', value: { bytes: new Uint8Array([1, 2]) } },
    { put: 'a/1', value: 'one' },
    { put: 'b', value: 3 },
  ]);
  shelf.close();
  const again = await IndexedDbShelf.open(factory);
  expect(await again.keys('a/')).toEqual(['a/1', 'a/2']);
  expect(await again.read('a/2')).toEqual({ bytes: new Uint8Array([1, 2]) });
  expect(await again.read('c')).toBeUndefined();
});

test('a write that rests on something else changes nothing', async () => {
  const shelf = await IndexedDbShelf.open(new IDBFactory());
  await shelf.write([
    { expect: 'mark', is: undefined },
    { put: 'mark', value: 'mine' },
  ]);
  const late = shelf.write([
    { put: 'row', value: 1 },
    { expect: 'mark', is: 'yours' },
    { remove: 'mark' },
  ]);
  await expect(late).rejects.toThrow(ShelfConflict);
  expect(await shelf.keys('')).toEqual(['mark']);
});

test('of two that look at the same moment one is first', async () => {
  const factory = new IDBFactory();
  const [one, two] = [await IndexedDbShelf.open(factory), await IndexedDbShelf.open(factory)];
  const take = (shelf: IndexedDbShelf, who: string) =>
    shelf.write([
      { expect: 'mark', is: undefined },
      { put: 'mark', value: who },
    ]);
  const outcomes = await Promise.allSettled([take(one, 'one'), take(two, 'two')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('no room is told as no room, and what can not be kept changes nothing', async () => {
  const shelf = await IndexedDbShelf.open(new IDBFactory());
  await expect(
    shelf.write([
      { put: 'a', value: 1 },
      { put: 'b', value: () => 1 },
    ]),
  ).rejects.toThrow();
  expect(await shelf.keys('')).toEqual([]);
  const full = await IndexedDbShelf.open(fullFactory());
  await expect(full.write([{ put: 'a', value: 1 }])).rejects.toThrow(ShelfFull);
});

test('a browser that keeps nothing is told in a sentence', async () => {
  await expect(IndexedDbShelf.open(undefined as never)).rejects.toThrow(
    'This browser does not let the page keep data on the machine (there is no IndexedDB).',
  );
});

/** As a browser whose quota is used up. */
function fullFactory(): IDBFactory {
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  factory.open = (...all) => {
    const request = open(...all);
    request.addEventListener('success', () => {
      const database = request.result;
      const begin = database.transaction.bind(database);
      database.transaction = (...how) => {
        const transaction = begin(...how);
        const store = transaction.objectStore('shelf');
        store.put = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
        transaction.objectStore = () => store;
        return transaction;
      };
    });
    return request;
  };
  return factory;
}
