/** What `tasktape prepare` reads and adds. All of it needs a client with the secret key. */
import type { SessionId } from '#core/ids.ts';
import { sheetPath, type MadeKeyframe } from '#core/recording.ts';
import { epochMs, ms, type EpochMs, type Ms } from '#core/time.ts';
import { call, settle } from './call.ts';
import { Failure, failureOf } from './failure.ts';
import type { Supabase } from './supabase.ts';
import { uploadOnce } from './upload-once.ts';

export interface SealedSession {
  readonly id: SessionId;
  readonly title: string;
  readonly startedAt: EpochMs;
}

export interface StoredChunk {
  readonly tab: number;
  readonly seq: number;
  readonly startsMs: Ms;
  readonly sha256: string;
  readonly path: string;
  readonly hasKeyframe: boolean;
}

const pageSize = 1000;

/** Sessions that are closed and were not taken back, oldest first; of one id, that one or none. */
export async function listSealedSessions(
  client: Supabase,
  session?: SessionId,
): Promise<SealedSession[]> {
  const rows = await inPages((from, to) => {
    const sealed = client.from('sessions').select('id, title, started_at').eq('state', 'sealed');
    const wanted = session === undefined ? sealed : sealed.eq('id', session);
    return settle(wanted.order('added_at').order('id').range(from, to));
  });
  return rows.map(({ id, title, started_at }) => ({
    id: id as SessionId,
    title: title as string,
    startedAt: epochMs(Date.parse(started_at as string)),
  }));
}

/** By tab, in order. */
export async function listStoredChunks(
  client: Supabase,
  session: SessionId,
): Promise<StoredChunk[]> {
  const rows = await inPages((from, to) =>
    settle(
      client
        .from('chunks')
        .select('tab, seq, starts_ms, sha256, path, keyframe_path')
        .eq('session_id', session)
        .order('tab')
        .order('seq')
        .range(from, to),
    ),
  );
  return rows.map((row) => ({
    tab: row.tab as number,
    seq: row.seq as number,
    startsMs: ms(Number(row.starts_ms)),
    sha256: row.sha256 as string,
    path: row.path as string,
    hasKeyframe: row.keyframe_path !== null,
  }));
}

/** Stores a keyframe beside its chunk and tells of it. Nothing stays of one whose session was taken
 * back meanwhile. */
export async function addKeyframe(
  client: Supabase,
  session: SessionId,
  chunk: StoredChunk,
  keyframe: MadeKeyframe,
): Promise<void> {
  const bucket = client.storage.from('recordings');
  const path = chunk.path.replace(/\.json\.gz$/, '.key.json.gz');
  const added = [path];
  for (const sheet of keyframe.newSheets) {
    const itsPath = sheetPath(path, sheet.sha256);
    if (await uploadOnce(bucket, itsPath, sheet.bytes)) added.push(itsPath);
  }
  // What may lie there was never told of.
  const { error } = await bucket.upload(path, new Blob([keyframe.bytes.slice()]), {
    contentType: 'application/gzip',
    upsert: true,
  });
  if (error) throw failureOf(error);
  try {
    await call(client, 'add_keyframe', {
      p_session: session,
      p_tab: chunk.tab,
      p_seq: chunk.seq,
      p_keyframe_bytes: keyframe.bytes.byteLength,
      p_keyframe_sha256: keyframe.sha256,
      p_keyframe_sheets: keyframe.sheets,
    });
  } catch (refusal) {
    const isTakenBack =
      refusal instanceof Failure && (refusal.kind === 'gone' || refusal.kind === 'missing');
    if (isTakenBack) await bucket.remove(added);
    throw refusal;
  }
}

async function inPages<T>(read: (from: number, to: number) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const some = await read(rows.length, rows.length + pageSize - 1);
    rows.push(...some);
    if (some.length < pageSize) return rows;
  }
}
