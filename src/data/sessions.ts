import { isUuid, type ProjectId, type SessionId } from '#core/ids.ts';
import { joinOutlines } from '#core/join-tracks.ts';
import { sheetPath } from '#core/recording.ts';
import type { Role } from '#core/role.ts';
import type { ChunkRef, OpenedSession, Session } from '#core/session.ts';
import { recordingFormat } from '#core/session.ts';
import { ms } from '#core/time.ts';
import type { Gap, Outline, Track } from '#core/track.ts';
import { call, settle } from './call.ts';
import { Failure, failureOf } from './failure.ts';
import { sessionColumns, sessionFromRow, type Lease, type SessionRow } from './session-row.ts';
import type { Supabase } from './supabase.ts';

const pageSize = 1000;

/**
 * All sealed sessions of a project that the signed-in person may see, newest first. `onSome` is
 * handed those that are here while more are on their way, each time there are twice as many.
 */
export async function listSessions(
  client: Supabase,
  project: ProjectId,
  onSome?: (sessions: readonly Session[]) => void,
): Promise<Session[]> {
  const [contributors, leases] = await Promise.all([
    settle(client.from('contributors').select('id, pseudonym').eq('project_id', project)),
    settle(
      client
        .from('assignments')
        .select('session_id, annotator_id, leased_until')
        .eq('state', 'held')
        .gt('leased_until', new Date().toISOString()),
    ) as Promise<Lease[]>,
  ]);
  const pseudonyms = new Map(
    contributors.map((row) => [row.id as string, row.pseudonym as string]),
  );
  const held = new Map(leases.map((lease) => [lease.session_id, lease]));
  const sessions: Session[] = [];
  for (let from = 0; ; from += pageSize) {
    const rows = (await settle(
      client
        .from('sessions')
        .select(sessionColumns)
        .eq('project_id', project)
        .eq('state', 'sealed')
        .order('added_at', { ascending: false })
        .order('id')
        .range(from, from + pageSize - 1),
    )) as unknown as SessionRow[];
    for (const row of rows)
      sessions.push(
        sessionFromRow(row, pseudonyms.get(row.contributor_id) ?? '', held.get(row.id)),
      );
    if (rows.length < pageSize) return sessions;
    const pages = sessions.length / pageSize;
    if (Number.isInteger(Math.log2(pages))) onSome?.([...sessions]);
  }
}

export interface OpenedRow {
  readonly session: SessionRow & { readonly contributor: string; readonly format: number };
  readonly chunks: readonly {
    readonly tab: number;
    readonly seq: number;
    readonly starts_ms: number;
    readonly ends_ms: number;
    readonly events: number;
    readonly bytes: number;
    readonly sha256: string;
    readonly path: string;
    readonly outline: Outline;
    readonly keyframe_path: string | null;
    readonly keyframe_bytes: number | null;
    readonly keyframe_sha256: string | null;
    readonly keyframe_sheets: readonly string[];
  }[];
  /** What is blank to whoever opens it. */
  readonly not_work: readonly { readonly starts_ms: number; readonly ends_ms: number }[];
}

/**
 * Opens a session in one role. The contributor sees this in their access log; `reason` is required
 * of an admin. The rest of the track and the events come after: see `readTracks` and `downloadObject`.
 */
export async function openSession(
  client: Supabase,
  session: SessionId,
  role: Exclude<Role, 'consumer'>,
  reason?: string,
): Promise<OpenedSession> {
  if (!isUuid(session)) throw new Failure('missing', 'There is no such session.');
  const opened = await call<OpenedRow>(client, 'open_session', {
    p_session: session,
    p_role: role,
    ...(reason !== undefined && { p_reason: reason }),
  });
  return openedFromRow(opened);
}

export function openedFromRow(opened: OpenedRow): OpenedSession {
  if (opened.session.format > recordingFormat)
    throw new Failure(
      'invalid',
      `This session is stored in format ${opened.session.format}, and this Tasktape reads up to ${recordingFormat}. Update Tasktape to open it.`,
    );
  return {
    session: sessionFromRow(opened.session, opened.session.contributor),
    chunks: opened.chunks.map((row) => ({
      tab: row.tab,
      seq: row.seq,
      startsMs: ms(Number(row.starts_ms)),
      endsMs: ms(Number(row.ends_ms)),
      events: row.events,
      bytes: row.bytes,
      sha256: row.sha256,
      path: row.path,
      ...keyframeOf(row),
    })),
    outline: withBlanks(joinOutlines(opened.chunks.map((row) => row.outline)), opened.not_work),
    gaps: opened.session.gaps,
    repairs: opened.session.repairs,
  };
}

function withBlanks(outline: Outline, blanks: OpenedRow['not_work']): Outline {
  const gaps = blanks.map(({ starts_ms, ends_ms }): Gap => {
    return { startsMs: ms(Number(starts_ms)), endsMs: ms(Number(ends_ms)), reason: 'not-work' };
  });
  return { ...outline, gaps: [...outline.gaps, ...gaps].sort((a, b) => a.startsMs - b.startsMs) };
}

/** Chunks whose tracks are asked for at once. A server with one connection answers what else is wanted
 * in between. */
const tracksAtOnce = 32;

/** The tracks of a session that was opened before, one for each of its chunks. */
export async function readTracks(
  client: Supabase,
  session: SessionId,
  chunks: number,
): Promise<Track[]> {
  const tracks: Track[] = [];
  for (let skip = 0; skip < chunks; skip += tracksAtOnce)
    for (const track of await call<Track[]>(client, 'session_tracks', {
      p_session: session,
      p_skip: skip,
      p_take: tracksAtOnce,
    }))
      tracks.push(track);
  return tracks;
}

function keyframeOf(row: OpenedRow['chunks'][number]): Pick<ChunkRef, 'keyframe'> {
  const { keyframe_path: path, keyframe_sha256: sha256, keyframe_bytes: bytes } = row;
  if (path === null || sha256 === null) return {};
  const sheets = row.keyframe_sheets.map((hash) => ({
    path: sheetPath(path, hash),
    sha256: hash,
  }));
  return { keyframe: { path, sha256, bytes: bytes ?? 0, sheets } };
}

/** The bytes of a chunk, a keyframe or a style sheet of a session that was opened before. */
export async function downloadObject(
  client: Supabase,
  path: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { data, error } = await client.storage.from('recordings').download(path, {}, { signal });
  if (error) throw failureOf(error);
  return new Uint8Array(await data.arrayBuffer());
}
