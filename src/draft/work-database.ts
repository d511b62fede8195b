/** The browser's own database of unsaved work: which windows edit what, and the changes each of them
 * has not saved yet. */

import type { AnnotationId } from '#core/ids.ts';
import type { Content } from '#core/content.ts';
import type { Change } from './change.ts';

export interface WindowRecord {
  readonly window: string;
  readonly annotation: AnnotationId;
  readonly openedAt: number;
  readonly from: number;
  readonly base: Content;
  readonly sending: number;
}

const name = 'tasktape work';

export function openWorkDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('windows', { keyPath: 'window' });
      // A change by its window and its number in the log.
      request.result.createObjectStore('changes');
    };
    request.onsuccess = () => {
      // Another version of this code, or the person clearing the site's data, must not have to wait.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('it could not be opened'));
    request.onblocked = () => reject(new Error('another tab holds an older version open'));
  });
}

/** Runs `act` as one transaction: all of it is kept, or nothing. */
export function inWork<T>(
  database: IDBDatabase,
  act: (stores: { windows: IDBObjectStore; changes: IDBObjectStore }) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(['windows', 'changes'], 'readwrite');
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
    const done = act({
      windows: transaction.objectStore('windows'),
      changes: transaction.objectStore('changes'),
    });
    transaction.oncomplete = () => resolve(done);
  });
}

/** The changes of one window from number `from` up to, and without, `to`. */
export const changesOf = (window: string, from = 0, to = Infinity): IDBKeyRange =>
  IDBKeyRange.bound([window, from], [window, to], false, true);

export interface StoredWork {
  readonly record: WindowRecord;
  readonly unsaved: readonly Change[];
}

export async function readWork(database: IDBDatabase): Promise<StoredWork[]> {
  const asked = await inWork(database, ({ windows, changes }) => ({
    records: windows.getAll() as IDBRequest<WindowRecord[]>,
    keys: changes.getAllKeys() as IDBRequest<IDBValidKey[]>,
    values: changes.getAll() as IDBRequest<Change[]>,
  }));
  const windowOf = (index: number) => (asked.keys.result[index] as [string, number])[0];
  return asked.records.result.map((record) => ({
    record,
    unsaved: asked.values.result.filter((_, index) => windowOf(index) === record.window),
  }));
}
