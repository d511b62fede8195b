/**
 * The bytes of Storage, one file per object: a line of JSON that says what it is, then the bytes.
 * A file appears whole, under its final name, once it is on disk; before that it has another name.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseRange } from './parse-range.ts';
import { syncFolder } from './write-file-durably.ts';

interface Label {
  readonly mimetype: string;
  readonly cacheControl: string;
  readonly eTag: string;
}

interface Metadata extends Label {
  readonly size: number;
  readonly contentLength: number;
  readonly lastModified: Date;
  readonly contentRange?: string;
}

/** What a request says about the bytes it wants, or brings. */
export interface RequestScope {
  readonly range?: string;
  readonly contentLength?: number;
}

const labelLimit = 4096;

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
    const { path, offset, metadata } = await this.#inspect(bucket, key);
    const range = parseRange(this.#scope().range, metadata.size);
    const from = range?.from ?? 0;
    const length = range ? range.to - range.from + 1 : metadata.size;
    const body =
      length === 0
        ? new ReadableStream({ start: (controller) => controller.close() })
        : Readable.toWeb(
            createReadStream(path, { start: offset + from, end: offset + from + length - 1 }),
          );
    const contentRange = range && `bytes ${range.from}-${range.to}/${metadata.size}`;
    return {
      body: body as ReadableStream,
      httpStatusCode: range ? 206 : 200,
      metadata: { ...metadata, contentLength: length, contentRange },
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
    const chunks = body instanceof Uint8Array ? [body] : body;
    const label = {
      mimetype: mimetype.slice(0, 255),
      cacheControl: cacheControl.slice(0, 255),
      eTag: newTag(),
    };
    await this.#store(bucket, key, label, complete(chunks, this.#scope().contentLength));
    return (await this.#inspect(bucket, key)).metadata;
  }

  async copyObject(
    fromBucket: string,
    fromKey: string,
    _version: string | undefined,
    toBucket: string,
    toKey: string,
  ) {
    const { path, offset, metadata } = await this.#inspect(fromBucket, fromKey);
    const { mimetype, cacheControl } = metadata;
    const label = { mimetype, cacheControl, eTag: newTag() };
    await this.#store(toBucket, toKey, label, createReadStream(path, { start: offset }));
    return { httpStatusCode: 200, eTag: label.eTag, lastModified: new Date() };
  }

  async headObject(bucket: string, key: string): Promise<Metadata> {
    return (await this.#inspect(bucket, key)).metadata;
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

  // Hashed, so that no key can be too long, clash in letter case or leave the folder.
  #pathOf(bucket: string, key: string): string {
    const name = createHash('sha256').update(`${bucket}/${key}`).digest('hex');
    return join(this.#folder, name.slice(0, 2), name);
  }

  async #store(
    bucket: string,
    key: string,
    label: Label,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const path = this.#pathOf(bucket, key);
    const unfinished = join(this.#unfinished, randomUUID());
    try {
      const file = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(withLabel(label, chunks), file);
      if (await mkdir(dirname(path), { recursive: true, mode: 0o700 }))
        await syncFolder(this.#folder);
      await rename(unfinished, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async #inspect(bucket: string, key: string) {
    const path = this.#pathOf(bucket, key);
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(labelLimit), 0, labelLimit, 0);
      const end = buffer.subarray(0, bytesRead).indexOf('\n');
      const label = JSON.parse(buffer.toString('utf8', 0, end)) as Label;
      const { size, mtime } = await stat(path);
      const length = size - end - 1;
      const metadata: Metadata = {
        ...label,
        size: length,
        contentLength: length,
        lastModified: mtime,
      };
      return { path, offset: end + 1, metadata };
    } finally {
      await file.close();
    }
  }
}

const newTag = () => `"${randomUUID()}"`;

async function* withLabel(
  label: Label,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(label)}\n`);
  yield* chunks;
}

// A client that breaks off must not leave the beginning of an object behind as the whole of it.
async function* complete(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  expected: number | undefined,
): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of chunks) {
    seen += chunk.byteLength;
    yield chunk;
  }
  if (expected !== undefined && seen !== expected)
    throw new Error(`The upload broke off after ${seen} of ${expected} bytes.`);
}
