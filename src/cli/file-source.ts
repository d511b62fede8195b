import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { RecordingSource } from '#ingest/recording-source.ts';

/** A file on this machine to read a recording from, or a sentence why it can't be. */
export async function fileSource(path: string): Promise<OutcomeOf<RecordingSource>> {
  const refuse = (sentence: string): OutcomeOf<RecordingSource> => fail({ path: 'file', sentence });
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refuse('It is a folder. Name the files in it.');
    if (!found.isFile()) return refuse('It is not an ordinary file.');
    return succeed({
      name: basename(path),
      size: found.size,
      open: () => createReadStream(path),
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return refuse(
      code === 'ENOENT' ? 'There is no such file.' : `It can’t be read (${code ?? message}).`,
    );
  }
}
