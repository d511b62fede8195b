/** The chunk being written: its events as they will be stored. Holds what lies in the journal too. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ms, type EpochMs } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { WrittenKeyframe } from '#ingest/keyframe-writer.ts';
import type { FoldMemory } from '#ingest/live-fold.ts';
import type { Gzip } from './gzip.ts';
import type { QueuedChunk, QueuedKeyframe } from './kept-recording.ts';

/** What follows a tab while it is recorded: `LiveFold` of ingest. */
export interface Fold {
  push(event: RecordedEvent): RecordedEvent;
  cut(at: ReturnType<typeof ms>): Track;
  keyframe(): readonly RecordedEvent[] | undefined;
  readonly memory?: FoldMemory;
}

export class OpenChunk {
  readonly #startedAt: EpochMs;
  readonly #parts: string[] = [];
  readonly #firstAt: number;
  #lastAt: number;
  #characters = 1;
  /** The rows of the journal that become this chunk. */
  readonly rows: number[] = [];
  readonly openedAt: number;
  readonly keyframe: WrittenKeyframe | undefined;

  constructor(options: {
    readonly startedAt: EpochMs;
    readonly firstAt: number;
    readonly now: number;
    readonly keyframe: WrittenKeyframe | undefined;
  }) {
    this.#startedAt = options.startedAt;
    this.#firstAt = options.firstAt;
    this.#lastAt = options.firstAt;
    this.keyframe = options.keyframe;
    this.openedAt = options.now;
  }

  add(events: readonly RecordedEvent[], row: number): void {
    for (const event of events) {
      const json = JSON.stringify(event);
      this.#parts.push(json);
      this.#characters += json.length + 1;
      this.#lastAt = event.timestamp;
    }
    this.rows.push(row);
  }

  get characters(): number {
    return this.#characters;
  }

  async close(
    place: Pick<QueuedChunk, 'tab' | 'seq' | 'previousSha256'>,
    fold: Fold,
    gzip: Gzip,
  ): Promise<QueuedChunk> {
    const startsMs = Math.round(this.#firstAt - this.#startedAt);
    const endsMs = Math.max(startsMs + 1, Math.round(this.#lastAt - this.#startedAt));
    const track = fold.cut(ms(endsMs));
    const bytes = await gzip(utf8ToBytes(`[${this.#parts.join(',')}]`));
    const keyframe = this.keyframe && (await pack(this.keyframe, gzip));
    return {
      ...place,
      startsMs,
      endsMs,
      events: this.#parts.length,
      bytes,
      sha256: bytesToHex(sha256(bytes)),
      track,
      ...(keyframe && { keyframe }),
    };
  }
}

async function pack(
  { json, sheets, newSheets }: WrittenKeyframe,
  gzip: Gzip,
): Promise<QueuedKeyframe> {
  const bytes = await gzip(json);
  const packed = await Promise.all(
    newSheets.map(async (sheet) => ({ sha256: sheet.sha256, bytes: await gzip(sheet.text) })),
  );
  return { bytes, sha256: bytesToHex(sha256(bytes)), sheets, newSheets: packed };
}
