/** A recording as it lies in storage, made by the import itself. */
import { sheetPath } from '#core/recording.ts';
import type { ChunkRef } from '#core/session.ts';
import { ms, type EpochMs } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';
import { sketchSource } from '#ingest/sketch-source.ts';
import { gunzipSync, strFromU8 } from 'fflate';

export interface StoredSession {
  readonly startedAt: EpochMs;
  readonly durationMs: number;
  readonly chunks: readonly ChunkRef[];
  readonly objects: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** All events, as they were stored. */
  readonly events: readonly RecordedEvent[];
}

export async function storeSession(
  content: Parameters<typeof sketchSource>[0],
  { keyframes = true } = {},
): Promise<StoredSession> {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const chunks: ChunkRef[] = [];
  const events: RecordedEvent[] = [];
  const heads: { readonly startedAt: EpochMs; readonly durationMs: number }[] = [];
  const keep = (path: string, bytes: Uint8Array) => void objects.set(path, new Uint8Array(bytes));
  const outcome = await ingestRecording(sketchSource(content), {
    begin: async (head) => void heads.push(head),
    write: async ({ tab, seq, startsMs, endsMs, sha256, bytes, events: count, keyframe }) => {
      const path = `s/c/${tab}-${seq}.json.gz`;
      const keyPath = `s/c/${tab}-${seq}.key.json.gz`;
      keep(path, bytes);
      for (const event of JSON.parse(strFromU8(gunzipSync(bytes)))) events.push(event);
      if (keyframe) keep(keyPath, keyframe.bytes);
      for (const sheet of keyframe?.newSheets ?? [])
        keep(sheetPath(keyPath, sheet.sha256), sheet.bytes);
      const sheets = (keyframe?.sheets ?? []).map((hash) => ({
        path: sheetPath(keyPath, hash),
        sha256: hash,
      }));
      const told = keyframe && {
        path: keyPath,
        sha256: keyframe.sha256,
        bytes: keyframe.bytes.length,
        sheets,
      };
      const span = { startsMs: ms(Math.round(startsMs)), endsMs: ms(Math.round(endsMs)) };
      const ref = { tab, seq, ...span, path, sha256, events: count, bytes: bytes.length };
      chunks.push({ ...ref, ...(keyframes && told && { keyframe: told }) });
    },
  });
  const [head] = heads;
  if (!outcome.ok || head === undefined) throw new Error('The recording was refused.');
  return { ...head, chunks, objects, events };
}
