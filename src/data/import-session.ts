import type { Purpose } from '#core/consent.ts';
import type { ProjectId, SessionId } from '#core/ids.ts';
import { sheetPath, type MadeChunk, type RecordingHead } from '#core/recording.ts';
import { recordingFormat } from '#core/session.ts';
import { call } from './call.ts';
import type { Supabase } from './supabase.ts';
import { uploadOnce } from './upload-once.ts';

/** Whose recording it is, and what the importing admin attests that person agreed to. */
export interface Attestation {
  /** A pseudonym, new or known in the project. */
  readonly contributor: string;
  readonly purposes: readonly Purpose[];
}

export type ImportStart =
  | { readonly kind: 'already there'; readonly sessionId: SessionId }
  | { readonly kind: 'started'; readonly import: OpenImport };

/** A session being written. Nothing of it can be read until `seal` has answered. */
export interface OpenImport {
  readonly sessionId: SessionId;
  /** Stores one chunk; once answered it survives a crash. Sending it again is harmless. */
  write(chunk: MadeChunk): Promise<void>;
  /** Closes the session, which makes it readable. Refused while a chunk is missing. */
  seal(chunks: number): Promise<void>;
  /** Takes back what was written so far. */
  discard(): Promise<void>;
}

const pathsPerCall = 500;

/** Starts to store a recording file. The same file twice answers where it already is. */
export async function startImport(
  client: Supabase,
  project: ProjectId,
  head: RecordingHead,
  attestation: Attestation,
): Promise<ImportStart> {
  const started = await call<{ already?: string; session_id?: string; capability?: string }>(
    client,
    'start_import',
    {
      p_project: project,
      p_source_sha256: head.sourceSha256,
      p_contributor: attestation.contributor,
      p_purposes: attestation.purposes,
      p_started_at: new Date(head.startedAt).toISOString(),
      p_format: recordingFormat,
    },
  );
  if (started.already !== undefined)
    return { kind: 'already there', sessionId: started.already as SessionId };
  const session = { p_session: started.session_id, p_capability: started.capability };
  const bucket = client.storage.from('recordings');

  return {
    kind: 'started',
    import: {
      sessionId: started.session_id as SessionId,
      async write(chunk) {
        const stem = `${started.session_id}/${started.capability}/${chunk.tab}-${chunk.seq}`;
        const { keyframe } = chunk;
        if (keyframe) {
          const path = `${stem}.key.json.gz`;
          for (const sheet of keyframe.newSheets)
            await uploadOnce(bucket, sheetPath(path, sheet.sha256), sheet.bytes);
          await uploadOnce(bucket, path, keyframe.bytes);
        }
        await uploadOnce(bucket, `${stem}.json.gz`, chunk.bytes);
        await call(client, 'commit_chunk', {
          ...session,
          p_tab: chunk.tab,
          p_seq: chunk.seq,
          p_starts_ms: Math.round(chunk.startsMs),
          p_ends_ms: Math.round(chunk.endsMs),
          p_events: chunk.events,
          p_bytes: chunk.bytes.byteLength,
          p_sha256: chunk.sha256,
          p_previous_sha256: chunk.previousSha256 ?? null,
          p_track: chunk.track,
          ...(keyframe && {
            p_keyframe_bytes: keyframe.bytes.byteLength,
            p_keyframe_sha256: keyframe.sha256,
            p_keyframe_sheets: keyframe.sheets,
          }),
        });
      },
      async seal(chunks) {
        await call(client, 'seal_session', {
          ...session,
          p_head: {
            chunks,
            duration_ms: Math.round(head.durationMs),
            events: head.events,
            pages: head.pages,
            keystrokes: head.keystrokes,
            title: head.title,
            start_url: head.startUrl,
            activity: head.activity,
            viewport: head.viewport ?? null,
            gaps: head.gaps,
            repairs: head.repairs,
          },
        });
      },
      async discard() {
        const paths = await call<readonly string[]>(client, 'discard_session', session);
        for (let at = 0; at < paths.length; at += pathsPerCall)
          await bucket.remove(paths.slice(at, at + pathsPerCall));
      },
    },
  };
}
