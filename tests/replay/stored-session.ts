/** A recording as it lies in Storage once it was imported, and as a reader is told of it. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync, strFromU8 } from 'fflate';
import { sheetPath, type MadeChunk, type RecordingHead } from '#core/recording.ts';
import type { ChunkRef } from '#core/session.ts';
import { ms, type EpochMs, type Ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';
import type { RecordingSource } from '#ingest/recording-source.ts';
import { sketchSource } from '#ingest/sketch-source.ts';

export interface StoredSession {
  readonly startedAt: EpochMs;
  readonly durationMs: Ms;
  readonly chunks: readonly ChunkRef[];
  readonly tracks: readonly Track[];
  /** By their paths. */
  readonly objects: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** All events, as they were stored. */
  readonly events: readonly RecordedEvent[];
}

type Content = Parameters<typeof sketchSource>[0];

export const fileSource = (path: string): RecordingSource => ({
  name: basename(path),
  size: statSync(path).size,
  open: () => createReadStream(path),
});

/** Throws where the recording is refused. */
export async function storeSession(
  content: RecordingSource | Content,
  { keyframes = true } = {},
): Promise<StoredSession> {
  const source = typeof content === 'object' && 'open' in content ? content : sketchSource(content);
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const chunks: ChunkRef[] = [];
  const tracks: Track[] = [];
  const heads: RecordingHead[] = [];
  const imported = await ingestRecording(source, {
    begin: async (told) => void heads.push(told),
    write: async (made) => {
      const { keyframe, ...ref } = store(made, objects);
      chunks.push({ ...ref, ...(keyframes && keyframe && { keyframe }) });
      tracks.push(made.track);
    },
  });
  const [head] = heads;
  if (!imported.ok || head === undefined)
    throw new Error(imported.ok ? 'nothing began' : imported.problems[0]?.sentence);
  const { startedAt, durationMs } = head;
  let events: RecordedEvent[] | undefined;
  return {
    startedAt,
    durationMs,
    chunks,
    tracks,
    objects,
    get events() {
      return (events ??= chunks.flatMap(({ path }) => read(objects.get(path)!)));
    },
  };
}

const read = (bytes: Uint8Array): RecordedEvent[] => JSON.parse(strFromU8(gunzipSync(bytes)));

function store(made: MadeChunk, objects: Map<string, Uint8Array<ArrayBuffer>>): ChunkRef {
  const keep = (path: string, bytes: Uint8Array) => void objects.set(path, new Uint8Array(bytes));
  const { tab, seq, startsMs, endsMs, events, sha256, bytes, keyframe } = made;
  const path = `${tab}-${seq}.json.gz`;
  keep(path, bytes);
  const span = { startsMs: ms(Math.round(startsMs)), endsMs: ms(Math.round(endsMs)) };
  const ref = { tab, seq, ...span, path, sha256, events, bytes: bytes.length };
  if (keyframe === undefined) return ref;
  const key = `${tab}-${seq}.key.json.gz`;
  keep(key, keyframe.bytes);
  for (const sheet of keyframe.newSheets) keep(sheetPath(key, sheet.sha256), sheet.bytes);
  const sheets = keyframe.sheets.map((hash) => ({ path: sheetPath(key, hash), sha256: hash }));
  const told = { path: key, sha256: keyframe.sha256, bytes: keyframe.bytes.length, sheets };
  return { ...ref, keyframe: told };
}
