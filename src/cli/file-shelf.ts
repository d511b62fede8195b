/** A `Shelf` in a folder of its own, for one process at a time. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ShelfConflict, ShelfFull, type Shelf, type ShelfChange } from '#delivery/shelf.ts';
import { acquireDataLock, type DataLock } from '#server/data-lock.ts';
import { FrameLog } from './frame-log.ts';
import { decodeFrame, encodeFrame, type ByteChange, type FramedChange } from './log-frame.ts';

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** What removed values may take up before the log is written anew. */
const tidyAtBytes = 8 * 1024 * 1024;

export class FileShelf implements Shelf {
  readonly #lock: DataLock;
  readonly #places = new Map<string, Place>();
  #log!: FrameLog;
  #liveBytes = 0;
  #uselessBytes = 0;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(lock: DataLock) {
    this.#lock = lock;
  }

  /** Throws a `StartError` when another process has the folder. */
  static async open(folder: string): Promise<FileShelf> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lock = await acquireDataLock(folder);
    const shelf = new FileShelf(lock);
    try {
      shelf.#log = await FrameLog.open(join(folder, 'shelf.log'), shelf.#note);
      await shelf.#tidy();
      return shelf;
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  read<T>(key: string): Promise<T | undefined> {
    return this.#inTurn(async () => (await this.#value(key)) as T | undefined);
  }

  keys(prefix: string): Promise<string[]> {
    return this.#inTurn(async () =>
      [...this.#places.keys()].filter((key) => key.startsWith(prefix)).sort(),
    );
  }

  write(changes: readonly ShelfChange[]): Promise<void> {
    // Before any waiting, for the caller may go on to change its values.
    const frame = encodeFrame(changes.flatMap(toBytes));
    return this.#inTurn(async () => {
      for (const change of changes)
        if ('expect' in change && (await this.#value(change.expect)) !== change.is)
          throw new ShelfConflict(`“${change.expect}” was changed by another keeper.`);
      const at = await this.#append(frame);
      this.#note(decodeFrame(frame) ?? [], at);
      const isWorthIt = this.#uselessBytes > Math.max(tidyAtBytes, this.#liveBytes);
      if (isWorthIt || this.#places.size === 0) await this.#tidy();
    });
  }

  /** Lets what was begun finish, and leaves nothing on the disk that was removed. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    const tidied = this.#inTurn(() => this.#tidy());
    this.#isClosed = true;
    await tidied;
    await this.#log.close();
    await this.#lock.release();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Error('The shelf is closed.'));
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #value(key: string): Promise<unknown> {
    const place = this.#places.get(key);
    return place && deserialize(await this.#log.read(place.offset, place.length));
  }

  async #append(frame: Buffer): Promise<number> {
    try {
      return await this.#log.append(frame);
    } catch (error) {
      throw isFull(error) ? new ShelfFull('There is no room left on the disk.') : error;
    }
  }

  readonly #note = (changes: readonly FramedChange[], at: number): void => {
    for (const change of changes) {
      const key = 'put' in change ? change.put : change.remove;
      const before = this.#places.get(key);
      this.#places.delete(key);
      this.#liveBytes -= before?.length ?? 0;
      // At least one, so that a key that was removed does not stay in the log either.
      if (before || 'remove' in change) this.#uselessBytes += (before?.length ?? 0) + 1;
      if (!('put' in change)) continue;
      this.#liveBytes += change.length;
      this.#places.set(key, { offset: at + change.offset, length: change.length });
    }
  };

  /** Without what is of no use any more; leaves things as they are where there is no room for that. */
  async #tidy(): Promise<void> {
    if (this.#uselessBytes === 0) return;
    await this.#log.replaceAll(this.#liveFrames(), this.#note).then(
      () => (this.#uselessBytes = 0),
      () => undefined,
    );
  }

  async *#liveFrames(): AsyncGenerator<Buffer> {
    for (const [key, { offset, length }] of this.#places)
      yield encodeFrame([{ put: key, bytes: await this.#log.read(offset, length) }]);
  }
}

function toBytes(change: ShelfChange): ByteChange[] {
  if ('expect' in change) return [];
  if ('remove' in change) return [change];
  return [{ put: change.put, bytes: serialize(change.value) }];
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const isFull = (error: unknown) => fullCodes.has((error as NodeJS.ErrnoException).code ?? '');
