import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { ChunkRef } from '#core/session.ts';
import { startDecoder, type ChunkDecoder } from './chunk-decoder.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

export interface LoadProgress {
  readonly loaded: number;
  readonly total: number;
  readonly bytes: number;
}

export interface ChunkLoaderOptions {
  readonly chunks: readonly ChunkRef[];
  readonly fetchChunk: (ref: ChunkRef) => Promise<Uint8Array>;
  readonly startDecoder?: () => ChunkDecoder;
  readonly wait?: (delayMs: number) => Promise<void>;
}

type OnChunk = (ref: ChunkRef, events: readonly RecordedEvent[], progress: LoadProgress) => void;

const tries = 4;
const firstDelayMs = 400;
const ahead = 3;

/** Fetches a session's chunks from the first on, a few at once, and hands over their events in
 * order. It stops at the first chunk that cannot be had: events are never joined over a hole. */
export class ChunkLoader {
  readonly chunks: readonly ChunkRef[];
  readonly #options: ChunkLoaderOptions;
  #run = 0;

  constructor(options: ChunkLoaderOptions) {
    this.#options = options;
    this.chunks = [...options.chunks].sort(
      (a, b) => a.startsMs - b.startsMs || a.tab - b.tab || a.seq - b.seq,
    );
  }

  get nothingYet(): LoadProgress {
    return { loaded: 0, total: this.chunks.length, bytes: 0 };
  }

  /** Loads all, from the first again each time; a newer call or `cancel` ends an older one. */
  async load(onChunk: OnChunk): Promise<OutcomeOf<LoadProgress>> {
    this.#run += 1;
    const run = this.#run;
    const decoder = (this.#options.startDecoder ?? startDecoder)();
    try {
      return await this.#loadAll(() => run !== this.#run, decoder, onChunk);
    } finally {
      decoder.stop();
    }
  }

  cancel(): void {
    this.#run += 1;
  }

  async #loadAll(
    cancelled: () => boolean,
    decoder: ChunkDecoder,
    onChunk: OnChunk,
  ): Promise<OutcomeOf<LoadProgress>> {
    let progress = this.nothingYet;
    const coming: Promise<OutcomeOf<readonly RecordedEvent[]>>[] = [];
    for (const [index, ref] of this.chunks.entries()) {
      while (coming.length <= index + ahead && coming.length < this.chunks.length)
        coming.push(this.#one(this.chunks[coming.length] as ChunkRef, cancelled, decoder));
      const outcome = await (coming[index] as (typeof coming)[number]);
      if (cancelled()) return succeed(progress);
      if (!outcome.ok) return outcome;
      const { loaded, total, bytes } = progress;
      progress = { loaded: loaded + 1, total, bytes: bytes + ref.bytes };
      onChunk(ref, outcome.value, progress);
    }
    return succeed(progress);
  }

  async #one(
    ref: ChunkRef,
    cancelled: () => boolean,
    decoder: ChunkDecoder,
  ): Promise<OutcomeOf<readonly RecordedEvent[]>> {
    const name = `Chunk ${ref.seq + 1} of tab ${ref.tab + 1}`;
    const bytes = await this.#fetch(ref, cancelled);
    if (cancelled()) return succeed([]);
    if (!(bytes instanceof Uint8Array))
      return fail({
        path: ref.path,
        sentence: `${name} could not be fetched in ${tries} tries (${bytes.why}). Nothing is lost; check the connection and try again.`,
      });
    const outcome = await decoder.decode(bytes, ref.sha256);
    if (outcome.ok) return outcome;
    const why = outcome.problems.map((problem) => problem.sentence).join('; ');
    return fail({ path: ref.path, sentence: `${name} was refused: ${why}.` });
  }

  async #fetch(
    ref: ChunkRef,
    cancelled: () => boolean,
  ): Promise<Uint8Array<ArrayBuffer> | { readonly why: string }> {
    const wait = this.#options.wait ?? sleep;
    let why = '';
    for (let attempt = 0; attempt < tries && !cancelled(); attempt += 1) {
      if (attempt > 0) await wait(firstDelayMs * 2 ** (attempt - 1));
      try {
        return (await this.#options.fetchChunk(ref)) as Uint8Array<ArrayBuffer>;
      } catch (cause) {
        why = cause instanceof Error ? cause.message : String(cause);
      }
    }
    return { why };
  }
}

const sleep = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));
