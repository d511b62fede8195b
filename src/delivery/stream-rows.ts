/** The rows of one tab's stream on the shelf. Written only while its mark stands there. */
import type { SessionId } from '#core/ids.ts';
import type { Gap } from '#core/track.ts';
import type { EpochMs } from '#core/time.ts';
import type { JournalRow, QueuedChunk, StreamRow } from './kept-recording.ts';
import type { Shelf, ShelfChange } from './shelf.ts';
import { numberAfter, type ShelfPlaces } from './shelf-places.ts';
import type { Taken } from './take-batch.ts';

export interface StreamPlace {
  readonly shelf: Shelf;
  readonly places: ShelfPlaces;
  readonly session: SessionId;
  readonly tab: number;
  readonly startedAt: EpochMs;
  /** Whose the stream is from now on; told from all other marks. */
  readonly mark: string;
}

/** A chunk and the rows of the journal that became it. */
export interface ClosedChunk {
  readonly chunk: QueuedChunk;
  readonly rows: readonly number[];
  readonly fold: StreamRow['fold'];
}

export class StreamRows {
  readonly #place: StreamPlace;
  #row: StreamRow;

  private constructor(place: StreamPlace, row: StreamRow) {
    this.#place = place;
    this.#row = row;
  }

  /** Makes the stream ours if its mark is still `was`; throws `ShelfConflict` where it is not. */
  static async take(place: StreamPlace, was: string | undefined): Promise<StreamRows> {
    const { shelf, places, session, tab, mark, startedAt } = place;
    const owner = places.owner(session, tab);
    await shelf.write([
      { expect: places.door(session), is: 'open' },
      { expect: owner, is: was },
      { put: owner, value: mark },
    ]);
    const row = await shelf.read<StreamRow>(places.stream(session, tab));
    return new StreamRows(place, row ?? emptyRow(startedAt));
  }

  get row(): StreamRow {
    return this.#row;
  }

  /** What is in no chunk yet, with the numbers of its rows. */
  async journal(): Promise<[number, JournalRow][]> {
    const { shelf, places, session, tab } = this.#place;
    const prefix = places.journal(session, tab);
    const rows: [number, JournalRow][] = [];
    for (const key of await shelf.keys(prefix)) {
      const row = await shelf.read<JournalRow>(key);
      if (row) rows.push([numberAfter(key, prefix), row]);
    }
    return rows;
  }

  /** Answers the number of the first new row. */
  async append({ stream, rows }: Taken): Promise<number> {
    const { places, session, tab } = this.#place;
    const first = this.#row.row;
    await this.#write(
      { ...stream, row: first + rows.length },
      rows.map((value, index) => ({ put: places.journal(session, tab, first + index), value })),
    );
    return first;
  }

  /** One write turns rows of the journal into a chunk: a crash leaves the one or the other. */
  async queue({ chunk, rows, fold }: ClosedChunk): Promise<void> {
    const { places, session, tab } = this.#place;
    const objects = [chunk, chunk.keyframe ?? [], chunk.keyframe?.newSheets ?? []].flat();
    const size = objects.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const { seq, sha256: previousSha256, endsMs } = chunk;
    const gaps = this.#row.gaps.filter((gap) => !isJumpBefore(gap, endsMs));
    await this.#write({ ...this.#row, seq: seq + 1, previousSha256, gaps, fold }, [
      ...rows.map((each) => ({ remove: places.journal(session, tab, each) })),
      { put: places.queued(session, tab, seq, size), value: chunk },
    ]);
  }

  /** `ended`: nothing can be missing after the last event. */
  end(ended: boolean, also: readonly ShelfChange[] = []): Promise<void> {
    return this.#write({ ...this.#row, ended }, also);
  }

  release(): Promise<void> {
    const { places, session, tab } = this.#place;
    return this.end(true, [{ remove: places.owner(session, tab) }]);
  }

  beat(now: number, ended = this.#row.ended): Promise<void> {
    const { places, session, tab } = this.#place;
    return this.end(ended, [{ put: places.beat(session, tab), value: now }]);
  }

  /** The jumps of the clock that stand in the track of the chunk that ends here. */
  jumpsBefore(endsMs: number): Gap[] {
    return this.#row.gaps.filter((gap) => isJumpBefore(gap, endsMs));
  }

  async #write(row: StreamRow, changes: readonly ShelfChange[]): Promise<void> {
    const { shelf, places, session, tab, mark } = this.#place;
    await shelf.write([
      { expect: places.door(session), is: 'open' },
      { expect: places.owner(session, tab), is: mark },
      { put: places.stream(session, tab), value: row },
      ...changes,
    ]);
    this.#row = row;
  }
}

/** What is lost is told when sealing. */
const isJumpBefore = ({ reason, startsMs }: Gap, endsMs: number): boolean =>
  reason === 'clock-jump' && startsMs < endsMs;

const emptyRow = (startedAt: EpochMs): StreamRow => ({
  next: 0,
  row: 0,
  seq: 0,
  lastAt: startedAt,
  shift: 0,
  wholeAt: startedAt,
  ended: true,
  gaps: [],
});
