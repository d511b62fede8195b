/** The form of a stored object: one line of JSON that says what it is, then its bytes. */
import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export interface Label {
  readonly mimetype: string;
  readonly cacheControl: string;
  /** The SHA-256 of the bytes, in hex and quotes; the database holds a chunk's hash against it. */
  readonly eTag: string;
}

export interface Metadata extends Label {
  readonly size: number;
  readonly contentLength: number;
  readonly lastModified: Date;
}

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const labelLimit = 4096;

/** Writes a new file and puts it on disk. `expected` is how many bytes must come, where known. */
export async function writeObjectFile(
  path: string,
  about: Omit<Label, 'eTag'>,
  chunks: Chunks,
  expected?: number,
): Promise<void> {
  const hash = createHash('sha256');
  const line = (sha256: string) => `${JSON.stringify({ ...about, eTag: `"${sha256}"` })}\n`;
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await pipeline(counted(chunks, hash, expected, line('0'.repeat(64))), file);
  // The label comes before the bytes and tells their hash, so its place is kept until that is known.
  const written = await open(path, 'r+');
  try {
    await written.write(line(hash.digest('hex')), 0);
    await written.sync();
  } finally {
    await written.close();
  }
}

/** What the file says of itself, and where its bytes begin. */
export async function readObjectLabel(
  path: string,
): Promise<{ readonly metadata: Metadata; readonly offset: number }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(labelLimit), 0, labelLimit, 0);
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    const label = JSON.parse(buffer.toString('utf8', 0, end)) as Label;
    const { size, mtime } = await file.stat();
    const length = size - end - 1;
    return {
      offset: end + 1,
      metadata: { ...label, size: length, contentLength: length, lastModified: mtime },
    };
  } finally {
    await file.close();
  }
}

async function* counted(
  chunks: Chunks,
  hash: Hash,
  expected: number | undefined,
  before: string,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(before);
  let seen = 0;
  for await (const chunk of chunks) {
    seen += chunk.byteLength;
    hash.update(chunk);
    yield chunk;
  }
  // A client that breaks off must not leave the beginning of an object as the whole of it.
  if (expected !== undefined && seen !== expected)
    throw new Error(`The upload broke off after ${seen} of ${expected} bytes.`);
}
