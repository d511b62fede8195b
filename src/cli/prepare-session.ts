/** Makes the keyframes that one stored session lacks, chunk by chunk, in memory for one page. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { addKeyframe, listStoredChunks } from '#data/prepare-session.ts';
import type { SealedSession, StoredChunk } from '#data/prepare-session.ts';
import { downloadObject } from '#data/sessions.ts';
import { Failure } from '#data/failure.ts';
import type { Supabase } from '#data/supabase.ts';
import { keyframeMs } from '#ingest/keyframe-maker.ts';
import { StoredTab } from '#ingest/stored-tab.ts';

export interface Prepared {
  readonly keyframes: number;
  /** Chunks that are missing or damaged in storage. */
  readonly unreadable: number;
}

/** More JSON than a chunk can rightly hold. */
const maxJsonBytes = 192 * 1024 * 1024;

export async function prepareSession(
  client: Supabase,
  session: SealedSession,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Prepared> {
  const chunks = await listStoredChunks(client, session.id);
  if (!mayLackKeyframes(chunks)) return { keyframes: 0, unreadable: 0 };
  let keyframes = 0;
  let unreadable = 0;
  let tab = new StoredTab(session.startedAt);
  for (const [i, chunk] of chunks.entries()) {
    signal.throwIfAborted();
    onProgress(i, chunks.length);
    const before = chunks[i - 1];
    if (chunk.tab !== before?.tab) tab = new StoredTab(session.startedAt);
    else if (chunk.seq !== before.seq + 1) tab.lose();
    const events = await eventsOf(client, chunk);
    if (events === undefined) {
      unreadable += 1;
      tab.lose();
      continue;
    }
    const keyframe = tab.push(events, chunk.hasKeyframe);
    if (keyframe === undefined) continue;
    await addKeyframe(client, session.id, chunk, keyframe);
    keyframes += 1;
  }
  return { keyframes, unreadable };
}

/** Snapshots within chunks are not told of; whether they spare a keyframe is seen when reading. */
function mayLackKeyframes(chunks: readonly StoredChunk[]): boolean {
  let wholeMs = 0;
  return chunks.some(({ startsMs, hasKeyframe }, i) => {
    if (hasKeyframe || chunks[i - 1]?.tab !== chunks[i]?.tab) wholeMs = startsMs;
    return startsMs - wholeMs >= keyframeMs;
  });
}

/** Undefined where the object is missing or other than what was committed. */
async function eventsOf(
  client: Supabase,
  { path, sha256 }: StoredChunk,
): Promise<readonly unknown[] | undefined> {
  try {
    const bytes = await downloadObject(client, path);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return undefined;
    const events: unknown = JSON.parse(
      gunzipSync(bytes, { maxOutputLength: maxJsonBytes }).toString('utf8'),
    );
    return Array.isArray(events) ? events : undefined;
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'missing') throw error;
    return undefined;
  }
}
