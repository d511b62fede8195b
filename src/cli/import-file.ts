/** One file on its way in. What was begun and not finished is taken back, whatever went wrong. */
import type { Problem } from '#core/outcome-of.ts';
import type { Project } from '#core/project.ts';
import type { SessionId } from '#core/ids.ts';
import type { Repair } from '#core/session.ts';
import { startImport, type Attestation, type OpenImport } from '#data/import-session.ts';
import type { Supabase } from '#data/supabase.ts';
import { ingestRecording, type RecordingSummary } from '#ingest/ingest-recording.ts';
import { fileSource } from './file-source.ts';
import type { ProgressLine } from './progress-line.ts';

export type Imported =
  | {
      readonly kind: 'stored';
      readonly sessionId: SessionId;
      readonly repairs: readonly Repair[];
      readonly summary: Omit<RecordingSummary, 'repairs'>;
    }
  | { readonly kind: 'already there'; readonly sessionId: SessionId }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'stopped' };

export interface ImportPlace {
  readonly client: Supabase;
  readonly project: Project;
  readonly attestation: Attestation;
  readonly progress: ProgressLine;
  readonly signal: AbortSignal;
}

/** Ends the reading when the project has the file already. */
class AlreadyThere extends Error {
  readonly sessionId: SessionId;

  constructor(sessionId: SessionId) {
    super('already there');
    this.sessionId = sessionId;
  }
}

export async function importFile(path: string, place: ImportPlace): Promise<Imported> {
  const source = await fileSource(path);
  if (!source.ok) return { kind: 'refused', problems: source.problems };
  const { client, project, attestation, progress, signal } = place;
  const { name } = source.value;
  let writing: OpenImport | undefined;
  try {
    const ingested = await ingestRecording(
      source.value,
      {
        begin: async (head) => {
          const started = await startImport(client, project.id, head, attestation);
          if (started.kind === 'already there') throw new AlreadyThere(started.sessionId);
          writing = started.import;
        },
        write: async (chunk) => {
          signal.throwIfAborted();
          await writing?.write(chunk);
        },
      },
      {
        signal,
        onProgress: ({ phase, done, total }) =>
          progress.show(`${phase === 'checking' ? 'Checking' : 'Storing'} ${name}`, done, total),
      },
    );
    signal.throwIfAborted();
    if (!ingested.ok) {
      await writing?.discard();
      return { kind: 'refused', problems: ingested.problems };
    }
    if (!writing) throw new Error('ingest succeeded without beginning');
    const { repairs, ...summary } = ingested.value;
    await writing.seal(summary.chunks);
    return { kind: 'stored', sessionId: writing.sessionId, repairs, summary };
  } catch (error) {
    if (error instanceof AlreadyThere) return { kind: 'already there', sessionId: error.sessionId };
    await writing?.discard().catch(() => undefined);
    if (signal.aborted) return { kind: 'stopped' };
    throw error;
  } finally {
    progress.end();
  }
}
