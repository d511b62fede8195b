/** A file that only grows by whole frames, each on disk before it is answered; what a crash left
 * half written is cut off when it is opened. */
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '#server/write-file-durably.ts';
import { claimedLength, decodeFrame, headLength, logMark, type FramedChange } from './log-frame.ts';

export type HearFrame = (changes: readonly FramedChange[], at: number) => void;

export class FrameLog {
  readonly #path: string;
  #file: FileHandle;
  /** Where the next frame goes; what lies behind is not part of the log. */
  #end = logMark.length;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  /** Tells every frame that is there, oldest first. */
  static async open(path: string, hear: HearFrame): Promise<FrameLog> {
    await rm(newName(path), { force: true });
    const log = new FrameLog(path, await openOrMake(path));
    try {
      await log.#readAll(hear);
    } catch (error) {
      await log.close();
      throw error;
    }
    return log;
  }

  /** Where the frame begins. Throws when it could not be written, and then nothing of it is there. */
  async append(frame: Buffer): Promise<number> {
    const at = this.#end;
    try {
      await writeAll(this.#file, frame, at);
      await this.#file.datasync();
    } catch (error) {
      // Left there, half a frame could later be taken for more than it is.
      await this.#file.truncate(at).catch(() => undefined);
      throw error;
    }
    this.#end += frame.length;
    return at;
  }

  async read(offset: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await this.#file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  }

  /** Puts these frames in the place of all there are, at once and for good. */
  async replaceAll(frames: AsyncIterable<Buffer>, hear: HearFrame): Promise<void> {
    const made = await open(newName(this.#path), 'w+', 0o600);
    let end = logMark.length;
    const placed: { changes: readonly FramedChange[]; at: number }[] = [];
    try {
      await writeAll(made, logMark, 0);
      for await (const frame of frames) {
        await writeAll(made, frame, end);
        placed.push({ changes: decodeFrame(frame) ?? [], at: end });
        end += frame.length;
      }
      await made.sync();
      await rename(newName(this.#path), this.#path);
    } catch (error) {
      await made.close();
      await rm(newName(this.#path), { force: true });
      throw error;
    }
    await this.#file.close();
    this.#file = made;
    this.#end = end;
    for (const { changes, at } of placed) hear(changes, at);
    await syncFolder(dirname(this.#path));
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #readAll(hear: HearFrame): Promise<void> {
    const { size } = await this.#file.stat();
    const mark = await this.read(0, Math.min(size, logMark.length));
    if (!mark.equals(logMark.subarray(0, mark.length)))
      throw new Error(`${this.#path} was not written by this version of Tasktape.`);
    if (mark.length < logMark.length) await writeAll(this.#file, logMark, 0);
    for (;;) {
      const length = claimedLength(await this.read(this.#end, headLength));
      if (length === undefined || this.#end + length > size) break;
      const changes = decodeFrame(await this.read(this.#end, length));
      if (!changes) break;
      hear(changes, this.#end);
      this.#end += length;
    }
    await this.#file.truncate(this.#end);
    await this.#file.sync();
    await syncFolder(dirname(this.#path));
  }
}

const newName = (path: string) => `${path}.new`;

async function openOrMake(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return open(path, 'wx+', 0o600);
  }
}

/** A single write may take less than it was given. */
async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;)
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
}
