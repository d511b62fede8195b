/** One file on its way in: checked, then stored chunk by chunk; stopping takes back what was stored. */
import type { ProjectId, SessionId } from '#core/ids.ts';
import type { Problem } from '#core/outcome-of.ts';
import type { Repair } from '#core/session.ts';
import { failureOf, type Failure } from '#data/failure.ts';
import { startImport, type Attestation, type OpenImport } from '#data/import-session.ts';
import type { Supabase } from '#data/supabase.ts';
import type { Progress } from '#ingest/recording-source.ts';
import { RecordingReader } from './recording-reader.ts';

export type ImportState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly progress: Progress }
  | { readonly kind: 'stored'; readonly session: SessionId; readonly repairs: readonly Repair[] }
  | { readonly kind: 'already there'; readonly session: SessionId }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'stopped' };

export class ImportItem {
  readonly file: File;
  #state = $state.raw<ImportState>({ kind: 'waiting' });
  #stop = new AbortController();

  constructor(file: File) {
    this.file = file;
  }

  get state(): ImportState {
    return this.#state;
  }

  get isOver(): boolean {
    return this.#state.kind !== 'waiting' && this.#state.kind !== 'running';
  }

  stop(): void {
    this.#stop.abort();
    if (this.#state.kind === 'waiting') this.#state = { kind: 'stopped' };
  }

  /** Once more after a failure or a stop. */
  reset(): void {
    this.#stop = new AbortController();
    this.#state = { kind: 'waiting' };
  }

  async run(client: Supabase, project: ProjectId, attestation: Attestation): Promise<void> {
    const total = this.file.size;
    this.#state = { kind: 'running', progress: { phase: 'checking', done: 0, total } };
    const reader = new RecordingReader((progress) => (this.#state = { kind: 'running', progress }));
    const { signal } = this.#stop;
    const stopped = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error)),
    );
    let writing: OpenImport | undefined;
    try {
      const opened = await Promise.race([reader.open(this.file), stopped]);
      if (!opened.ok) {
        this.#state = { kind: 'refused', problems: opened.problems };
        return;
      }
      const started = await startImport(client, project, opened.value, attestation);
      if (started.kind === 'already there') {
        this.#state = { kind: 'already there', session: started.sessionId };
        return;
      }
      writing = started.import;
      let chunks = 0;
      for (;;) {
        const chunk = await Promise.race([reader.next(), stopped]);
        if (chunk === undefined) break;
        await writing.write(chunk);
        signal.throwIfAborted();
        chunks += 1;
      }
      await writing.seal(chunks);
      this.#state = {
        kind: 'stored',
        session: writing.sessionId,
        repairs: opened.value.repairs,
      };
    } catch (error) {
      await writing?.discard().catch(() => undefined);
      this.#state = signal.aborted
        ? { kind: 'stopped' }
        : { kind: 'failed', failure: failureOf(error) };
    } finally {
      reader.close();
    }
  }
}
