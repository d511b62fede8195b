/** Writes one window's unsaved work to the browser's database: what changed since the last time, at the
 * end of the task that changed it. */

import { changesOf, inWork, type WindowRecord } from './work-database.ts';
import type { KeptWork } from './kept-work.ts';

export class KeptInDatabase {
  readonly #database: IDBDatabase;
  readonly #record: WindowRecord;
  #wanted: KeptWork;
  /** What the database has; nothing where a write failed, so that the next one writes all. */
  #written: KeptWork | undefined;
  #writing: Promise<string | undefined> | undefined;
  #isClosed = false;

  constructor(database: IDBDatabase, record: WindowRecord, kept: KeptWork) {
    this.#database = database;
    this.#record = record;
    this.#wanted = kept;
    this.#written = kept;
  }

  /** Answers why it could not be kept, where it could not. */
  keep(work: KeptWork): Promise<string | undefined> {
    this.#wanted = work;
    this.#writing ??= Promise.resolve().then(() => this.#write());
    return this.#writing;
  }

  /** What is not saved stays; a window that has saved all leaves nothing behind. */
  async close(): Promise<void> {
    await this.#writing;
    this.#isClosed = true;
    if (this.#wanted.unsaved.length === 0)
      await inWork(this.#database, ({ windows, changes }) => {
        windows.delete(this.#record.window);
        changes.delete(changesOf(this.#record.window));
      }).catch(() => undefined);
    this.#database.close();
  }

  async #write(): Promise<string | undefined> {
    this.#writing = undefined;
    if (this.#isClosed) return undefined;
    const [work, before] = [this.#wanted, this.#written];
    this.#written = work;
    try {
      await inWork(this.#database, ({ windows, changes }) => {
        const { window } = this.#record;
        const { from, base, sending, unsaved } = work;
        if (from !== before?.from || sending !== before.sending || base !== before.base)
          windows.put({ ...this.#record, from, base, sending });
        if (before === undefined || from < before.from) changes.delete(changesOf(window));
        else if (from > before.from) changes.delete(changesOf(window, 0, from));
        const end = from + unsaved.length;
        if (before && end < before.from + before.unsaved.length)
          changes.delete(changesOf(window, end));
        const isThere = before !== undefined && from >= before.from;
        unsaved.forEach((change, index) => {
          const was = isThere ? before.unsaved[from + index - before.from] : undefined;
          if (was !== change) changes.put(change, [window, from + index]);
        });
      });
      return undefined;
    } catch (error) {
      this.#written = undefined;
      return whyNot(error);
    }
  }
}

const whyNot = (error: unknown): string =>
  error instanceof Error && error.name === 'QuotaExceededError'
    ? 'The browser has no room left for this site. Free some, or keep this window open until all is saved.'
    : 'The browser could not keep them. Keep this window open until all is saved.';
