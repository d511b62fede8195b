/** A recording as it lies in Storage once it was imported, and as a reader is told of it. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { sheetPath, type MadeChunk, type RecordingHead } from '#core/recording.ts';
import type { ChunkRef } from '#core/session.ts';
import type { Track } from '#core/track.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';
import type { RecordingSource } from '#ingest/recording-source.ts';

export interface StoredSession {
  readonly head: RecordingHead;
  readonly chunks: readonly ChunkRef[];
  readonly tracks: readonly Track[];
  /** By their paths. */
  readonly objects: ReadonlyMap<string, Uint8Array>;
}

export const fileSource = (path: string): RecordingSource => ({
  name: basename(path),
  size: statSync(path).size,
  open: () => createReadStream(path),
});

/** Throws where the file is refused. */
export async function storeSession(source: RecordingSource): Promise<StoredSession> {
  const objects = new Map<string, Uint8Array>();
  const chunks: ChunkRef[] = [];
  const tracks: Track[] = [];
  let head: RecordingHead | undefined;
  const imported = await ingestRecording(source, {
    begin: async (told) => void (head = told),
    write: async (made) => {
      chunks.push(store(made, objects));
      tracks.push(made.track);
    },
  });
  if (!imported.ok || head === undefined)
    throw new Error(imported.ok ? 'nothing began' : imported.problems[0]?.sentence);
  return { head, chunks, tracks, objects };
}

function store(made: MadeChunk, objects: Map<string, Uint8Array>): ChunkRef {
  const { tab, seq, startsMs, endsMs, events, sha256, bytes, keyframe } = made;
  const path = `${tab}-${seq}.json.gz`;
  objects.set(path, bytes);
  const ref = { tab, seq, startsMs, endsMs, events, sha256, path, bytes: bytes.length };
  if (keyframe === undefined) return ref;
  const key = `${tab}-${seq}.key.json.gz`;
  objects.set(key, keyframe.bytes);
  for (const sheet of keyframe.newSheets) objects.set(sheetPath(key, sheet.sha256), sheet.bytes);
  const sheets = keyframe.sheets.map((hash) => ({ path: sheetPath(key, hash), sha256: hash }));
  return { ...ref, keyframe: { path: key, sha256: keyframe.sha256, sheets } };
}
