/** Reads one recording file in a worker, so that the page stays free while it is checked. */
import type { OutcomeOf } from '#core/outcome-of.ts';
import type { MadeChunk, RecordingHead } from '#core/recording.ts';
import type { Progress } from '#ingest/recording-source.ts';
import type { FromWorker, ToWorker } from './import-messages.ts';

export class RecordingReader {
  readonly #worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  readonly #onProgress: (progress: Progress) => void;

  constructor(onProgress: (progress: Progress) => void) {
    this.#onProgress = onProgress;
  }

  /** Checks the whole file: what is in it, or everything that is wrong with it. */
  async open(file: File): Promise<OutcomeOf<RecordingHead>> {
    const answer = await this.#ask({ kind: 'open', file });
    if (answer.kind === 'opened') return { ok: true, value: answer.head };
    if (answer.kind === 'refused') return { ok: false, problems: answer.problems };
    throw new Error(`unexpected answer: ${answer.kind}`);
  }

  /** The next chunk, or `undefined` after the last. */
  async next(): Promise<MadeChunk | undefined> {
    const answer = await this.#ask({ kind: 'next' });
    if (answer.kind === 'chunk') return answer.chunk;
    if (answer.kind === 'end') return undefined;
    throw new Error('The file changed while it was read. Choose it again.');
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask(message: ToWorker): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'progress') this.#onProgress(data.progress);
        else if (data.kind === 'crashed') reject(new Error(data.sentence));
        else resolve(data);
      };
      this.#worker.onerror = (event) => reject(new Error(event.message || 'Reading failed.'));
      this.#worker.postMessage(message);
    });
  }
}
