/** Stores a session of the bench as an import would, with a folder for a bucket. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sheetPath, type MadeChunk, type RecordingHead } from '#core/recording.ts';
import type { ChunkRef } from '#core/session.ts';
import type { Outline, Track } from '#core/track.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';

/** What opening a session tells: `open.json`. The tracks are asked for after, as `tracks.json`. */
export interface OpenedBench {
  readonly head: RecordingHead;
  readonly chunks: readonly ChunkRef[];
  /** One for each chunk. */
  readonly outlines: readonly Outline[];
}

/** Files that are told packed, by the name that they have on the network. */
export const packedName = (name: string): string => `${name}.gz`;

export function readTold<T>(folder: string, name: string): T {
  return JSON.parse(gunzipSync(readFileSync(join(folder, packedName(name)))).toString()) as T;
}

const tell = (folder: string, name: string, told: unknown) =>
  writeFile(join(folder, packedName(name)), gzipSync(JSON.stringify(told)));

export async function importInto(folder: string, file: string): Promise<void> {
  let head: RecordingHead | undefined;
  const chunks: ChunkRef[] = [];
  const tracks: Track[] = [];
  const source = {
    name: 'events.json.gz',
    size: statSync(file).size,
    open: () => createReadStream(file),
  };
  const outcome = await ingestRecording(source, {
    begin: async (told) => void (head = told),
    write: async (made) => {
      const { tab, seq, startsMs, endsMs, events, sha256, bytes, keyframe, track } = made;
      const path = `${tab}-${seq}.json.gz`;
      await writeFile(join(folder, path), bytes);
      const kept = await keep(folder, made, keyframe);
      const ref = { tab, seq, startsMs, endsMs, events, sha256, path, bytes: bytes.length };
      chunks.push({ ...ref, ...(kept && { keyframe: kept }) });
      tracks.push(track);
    },
  });
  if (!outcome.ok || head === undefined)
    throw new Error(`The session was refused: ${JSON.stringify(outcome)}`);
  const outlines = tracks.map(outlineOf);
  const opened: OpenedBench = { head, chunks, outlines };
  await tell(folder, 'open.json', opened);
  await tell(folder, 'tracks.json', tracks);
}

const outlineOf = ({ format, pages, gaps, activityFromMs, activity }: Track): Outline => ({
  format,
  pages,
  gaps,
  activityFromMs,
  activity,
});

async function keep(
  folder: string,
  { tab, seq }: MadeChunk,
  made: MadeChunk['keyframe'],
): Promise<ChunkRef['keyframe']> {
  if (made === undefined) return undefined;
  const path = `${tab}-${seq}.keyframe.json.gz`;
  await writeFile(join(folder, path), made.bytes);
  for (const { sha256, bytes } of made.newSheets)
    await writeFile(join(folder, sheetPath(path, sha256)), bytes);
  const sheets = made.sheets.map((sha256) => ({ sha256, path: sheetPath(path, sha256) }));
  return { path, sha256: made.sha256, bytes: made.bytes.length, sheets };
}
