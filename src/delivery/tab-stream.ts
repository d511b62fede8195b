/** One tab's events on their way from the page to the queue: first into the journal, then into the
 * open chunk, which is closed by time, by size and before the whole page is told again. */
import type { EpochMs } from '#core/time.ts';
import { KeyframeWriter, type WrittenKeyframe } from '#ingest/keyframe-writer.ts';
import type { FoldMemory } from '#ingest/live-fold.ts';
import type { Clock } from './clock.ts';
import type { Gzip } from './gzip.ts';
import type { JournalRow } from './kept-recording.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { OpenChunk, type Fold } from './open-chunk.ts';
import { ShelfFull } from './shelf.ts';
import { StreamRows, type ClosedChunk, type StreamPlace } from './stream-rows.ts';
import { takeBatch, takeGap, type Numbered, type Taken } from './take-batch.ts';

export interface StreamOptions extends StreamPlace {
  readonly clock: Clock;
  readonly gzip: Gzip;
  readonly foldOf: (options: { startedAt: EpochMs; tab: number; memory?: FoldMemory }) => Fold;
}

const chunkMs = 15_000;
const chunkBytes = 256 * 1024;
const beatMs = 5000;
/** Of rrweb JSON under gzip: what is expected of the first chunk. */
const firstRatio = 6;

export class TabStream {
  readonly #options: StreamOptions;
  readonly #turn = new OneAtATime();
  readonly #fold: Fold;
  readonly #rows: StreamRows;
  #open: OpenChunk | undefined;
  readonly #keyframes = new KeyframeWriter();
  #keyframe: WrittenKeyframe | undefined;
  #closed: ClosedChunk | undefined;
  #ratio = firstRatio;
  #beatAt: number;

  private constructor(options: StreamOptions, rows: StreamRows) {
    this.#options = options;
    this.#rows = rows;
    this.#beatAt = options.clock.now();
    this.#fold = options.foldOf({ ...options, memory: rows.row.fold });
  }

  /** Makes the stream ours if its mark is still `was`; throws `ShelfConflict` where it is not. */
  static async take(options: StreamOptions, was: string | undefined): Promise<TabStream> {
    const stream = new TabStream(options, await StreamRows.take(options, was));
    for (const [number, row] of await stream.#rows.journal()) await stream.#fill(row, number);
    return stream;
  }

  /** The running number that the next event must have. */
  get next(): number {
    return this.#rows.row.next;
  }
  get hasEnded(): boolean {
    return this.#rows.row.ended;
  }

  /** A page comes: from here on it may hold events that the shelf has not. Names the gap where the
   * page before it did not end in good order. */
  begin(): Promise<void> {
    return this.#turn.run(async () => {
      const now = this.#options.clock.now();
      if (!this.hasEnded) await this.#store(takeGap(this.#rows.row, now, this.#options.startedAt));
      await this.#rows.beat(now, false);
      this.#beatAt = now;
    });
  }

  /** The page goes on after a pause, and may hold events that the shelf has not. */
  reopen(): Promise<void> {
    return this.#turn.run(() => this.#rows.end(false));
  }

  /** Answers once the batch is on the shelf. */
  append(batch: Numbered): Promise<void> {
    const { startedAt } = this.#options;
    return this.#turn.run(() => this.#store(takeBatch(this.#rows.row, batch, startedAt)));
  }

  appendGap(timestamp: number): Promise<void> {
    const { startedAt } = this.#options;
    return this.#turn.run(() => this.#store(takeGap(this.#rows.row, timestamp, startedAt)));
  }

  cut(): Promise<void> {
    return this.#turn.run(() => this.#cut());
  }

  /** Cuts by time and says that the line is alive. */
  tick(isHeld: boolean): Promise<void> {
    return this.#turn.run(async () => {
      const now = this.#options.clock.now();
      if (this.#closed) await this.#queue();
      if (this.#open && Math.abs(now - this.#open.openedAt) >= chunkMs) await this.#cut();
      if (!isHeld || Math.abs(now - this.#beatAt) < beatMs) return;
      await this.#rows.beat(now);
      this.#beatAt = now;
    });
  }

  /** Nothing more comes: cuts the rest and lets the stream go, for whoever comes next. */
  close(): Promise<void> {
    return this.#turn.run(async () => {
      await this.#cut();
      if (this.#closed) throw new ShelfFull('There is no room left.');
      await this.#rows.release();
    });
  }

  async #store(taken: Taken): Promise<void> {
    if (taken.rows.length === 0) return;
    const first = await this.#rows.append(taken);
    for (const [index, row] of taken.rows.entries()) await this.#fill(row, first + index);
  }

  /** What lies in the journal goes into the open chunk. */
  async #fill(row: JournalRow, number: number): Promise<void> {
    if (row.cut !== undefined) await this.#cut();
    if (row.cut === 'keyframe') this.#keyframe = this.#writeKeyframe();
    const first = row.events[0];
    if (first === undefined) return;
    this.#open ??= new OpenChunk({
      startedAt: this.#options.startedAt,
      firstAt: first.timestamp,
      now: this.#options.clock.now(),
      keyframe: this.#keyframe,
    });
    this.#keyframe = undefined;
    const events = row.events.map((event) => this.#fold.push(event));
    this.#open.add(events, number);
    if (this.#open.characters / this.#ratio >= chunkBytes) await this.#cut();
  }

  async #cut(): Promise<void> {
    if (this.#closed) await this.#queue();
    if (this.#closed || !this.#open) return;
    const open = this.#open;
    const { seq, previousSha256 } = this.#rows.row;
    const place = { tab: this.#options.tab, seq, previousSha256 };
    const made = await open.close(place, this.#fold, this.#options.gzip);
    const { memory: fold } = this.#fold;
    const gaps = [...made.track.gaps, ...this.#rows.jumpsBefore(made.endsMs)];
    this.#open = undefined;
    this.#ratio = Math.max(1, Math.min(firstRatio, open.characters / made.bytes.length));
    this.#closed = {
      chunk: { ...made, track: { ...made.track, gaps } },
      rows: open.rows,
      fold,
    };
    if (open.keyframe) this.#keyframes.stored(open.keyframe);
    await this.#queue();
  }

  #writeKeyframe(): WrittenKeyframe | undefined {
    const events = this.#fold.keyframe();
    return events && this.#keyframes.write(events);
  }

  async #queue(): Promise<void> {
    if (!this.#closed) return;
    try {
      await this.#rows.queue(this.#closed);
      this.#closed = undefined;
    } catch (error) {
      // Its events stay in the journal until there is room for the chunk.
      if (!(error instanceof ShelfFull)) throw error;
    }
  }
}
