/**
 * The bytes of Storage, in a folder, one file per object. A file appears whole, under its final
 * name, once it is on disk; before that it has another.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  readObjectLabel,
  writeObjectFile,
  type Chunks,
  type Label,
  type Metadata,
} from './object-file.ts';
import { parseRange } from './parse-range.ts';
import { syncFolder } from './write-file-durably.ts';

/** What a request says about the bytes it wants, or brings. */
export interface RequestScope {
  readonly range?: string;
  readonly contentLength?: number;
}

export class ObjectStore {
  /** The library asks for a driver; a folder has none. */
  readonly driver = undefined;
  readonly #folder: string;
  readonly #unfinished: string;
  readonly #scope: () => RequestScope;

  private constructor(folder: string, scope: () => RequestScope) {
    this.#folder = folder;
    this.#unfinished = join(folder, 'unfinished');
    this.#scope = scope;
  }

  /** Opens the folder and clears what a crash left half written. */
  static async open(folder: string, scope: () => RequestScope): Promise<ObjectStore> {
    const store = new ObjectStore(folder, scope);
    await rm(store.#unfinished, { recursive: true, force: true });
    await mkdir(store.#unfinished, { recursive: true, mode: 0o700 });
    return store;
  }

  async getObject(bucket: string, key: string) {
    const path = this.#pathOf(bucket, key);
    const { offset, metadata } = await readObjectLabel(path);
    const range = parseRange(this.#scope().range, metadata.size);
    const start = offset + (range?.from ?? 0);
    const length = range ? range.to - range.from + 1 : metadata.size;
    return {
      body: bytesOf(path, start, length),
      httpStatusCode: range ? 206 : 200,
      metadata: {
        ...metadata,
        contentLength: length,
        contentRange: range && `bytes ${range.from}-${range.to}/${metadata.size}`,
      },
    };
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    mimetype: string,
    cacheControl: string,
  ): Promise<Metadata> {
    const label = {
      mimetype: mimetype.slice(0, 255),
      cacheControl: cacheControl.slice(0, 255),
    };
    const chunks = body instanceof Uint8Array ? [body] : body;
    const path = this.#pathOf(bucket, key);
    await this.#store(path, label, chunks, this.#scope().contentLength);
    return (await readObjectLabel(path)).metadata;
  }

  async copyObject(
    fromBucket: string,
    fromKey: string,
    _version: string | undefined,
    toBucket: string,
    toKey: string,
  ) {
    const from = this.#pathOf(fromBucket, fromKey);
    const { offset, metadata } = await readObjectLabel(from);
    const { mimetype, cacheControl } = metadata;
    const bytes = createReadStream(from, { start: offset });
    const to = this.#pathOf(toBucket, toKey);
    await this.#store(to, { mimetype, cacheControl }, bytes, metadata.size);
    const { eTag, lastModified } = (await readObjectLabel(to)).metadata;
    return { httpStatusCode: 200, eTag, lastModified };
  }

  async headObject(bucket: string, key: string): Promise<Metadata> {
    return (await readObjectLabel(this.#pathOf(bucket, key))).metadata;
  }

  async deleteObject(bucket: string, key: string): Promise<void> {
    const path = this.#pathOf(bucket, key);
    try {
      await unlink(path);
      await syncFolder(dirname(path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  async deleteObjects(bucket: string, keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.deleteObject(bucket, key);
  }

  /** Only image transformation asks for it, which we do not offer. */
  async privateAssetUrl(): Promise<string> {
    throw new Error('Objects have no address of their own here.');
  }

  /** Removes every object but these. */
  async keepOnly(objects: readonly { readonly bucket: string; readonly key: string }[]) {
    const kept = new Set(objects.map(({ bucket, key }) => this.#pathOf(bucket, key)));
    for (const folder of await readdir(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await readdir(join(this.#folder, folder))) {
        const path = join(this.#folder, folder, name);
        if (!kept.has(path)) await unlink(path);
      }
    }
  }

  // Hashed, so that no key can be too long, clash in letter case or leave the folder.
  #pathOf(bucket: string, key: string): string {
    const name = createHash('sha256').update(`${bucket}/${key}`).digest('hex');
    return join(this.#folder, name.slice(0, 2), name);
  }

  async #store(
    path: string,
    label: Omit<Label, 'eTag'>,
    chunks: Chunks,
    expected?: number,
  ): Promise<void> {
    const unfinished = join(this.#unfinished, randomUUID());
    try {
      await writeObjectFile(unfinished, label, chunks, expected);
      if (await mkdir(dirname(path), { recursive: true, mode: 0o700 }))
        await syncFolder(this.#folder);
      await rename(unfinished, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }
}

function bytesOf(path: string, start: number, length: number): ReadableStream {
  const file =
    length === 0 ? Readable.from([]) : createReadStream(path, { start, end: start + length - 1 });
  return Readable.toWeb(file) as ReadableStream;
}
