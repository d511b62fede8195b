/** A `Shelf` in the browser: one database of this origin, shared by all of its tabs. */
import { ShelfConflict, ShelfFull, type Shelf, type ShelfChange } from './shelf.ts';

const databaseName = 'tasktape';
const storeName = 'shelf';

export class IndexedDbShelf implements Shelf {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
    // Another version of this code, or the person clearing the site's data, must not have to wait.
    database.onversionchange = () => database.close();
  }

  /** Throws, with a sentence, where the browser keeps nothing for this page. */
  static async open(
    factory: IDBFactory | undefined = globalThis.indexedDB,
  ): Promise<IndexedDbShelf> {
    try {
      if (!factory) throw new Error('there is no IndexedDB');
      return new IndexedDbShelf(await openDatabase(factory));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`This browser does not let the page keep data on the machine (${why}).`, {
        cause,
      });
    }
  }

  async read<T>(key: string): Promise<T | undefined> {
    const store = this.#database.transaction(storeName).objectStore(storeName);
    return (await answerOf(store.get(key))) as T | undefined;
  }

  async keys(prefix: string): Promise<string[]> {
    const store = this.#database.transaction(storeName).objectStore(storeName);
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return (await answerOf(store.getAllKeys(range))) as string[];
  }

  async write(changes: readonly ShelfChange[]): Promise<void> {
    const transaction = this.#database.transaction(storeName, 'readwrite', {
      durability: 'strict',
    });
    const store = transaction.objectStore(storeName);
    const done = doneOf(transaction);
    let conflict = false;
    const giveUp = () => {
      conflict = true;
      transaction.abort();
    };
    try {
      for (const change of changes) {
        if (!('expect' in change)) continue;
        store.get(change.expect).onsuccess = ({ target }) => {
          const { result } = target as IDBRequest<unknown>;
          if (!conflict && result !== change.is) giveUp();
        };
      }
      // Requests of one transaction run in order; an abort undoes those that did.
      for (const change of changes) {
        if ('put' in change) store.put(change.value, change.put);
        else if ('remove' in change) store.delete(change.remove);
      }
      await done;
    } catch (error) {
      if (conflict) throw new ShelfConflict();
      abort(transaction);
      throw asShelfError(error);
    }
  }

  close(): void {
    this.#database.close();
  }
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('it could not be opened'));
    request.onblocked = () => reject(new Error('another tab holds an older version open'));
  });
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

function doneOf(transaction: IDBTransaction): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
  });
  // When a request throws, nobody waits for this one.
  done.catch(() => undefined);
  return done;
}

/** A value that can't be stored is told at once, while what came before it would still be written. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

const asShelfError = (error: unknown): unknown =>
  error instanceof Error && error.name === 'QuotaExceededError'
    ? new ShelfFull('The browser has no room left for this site.', { cause: error })
    : error;
