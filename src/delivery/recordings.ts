/** The recordings on the shelf, and which of them is under way. Every change is made on what is there
 * at that moment, for other keepers change them too. */
import type { SessionId } from '#core/ids.ts';
import { isPast } from './clock.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { KeptRecording, StreamRow } from './kept-recording.ts';
import { ShelfConflict, type ShelfChange } from './shelf.ts';
import { numberAfter } from './shelf-places.ts';

/** A recording without a sign of life for so long is over. */
const liveMs = 30 * 60_000;
/** One that goes on for longer is ended, and pages begin a new one. */
const longestMs = 24 * 3_600_000;

export class Recordings {
  readonly #tools: KeeperTools;

  constructor(tools: KeeperTools) {
    this.#tools = tools;
  }

  read(session: SessionId): Promise<KeptRecording | undefined> {
    return this.#tools.shelf.read(this.#tools.places.recording(session));
  }

  /** The recording that a page may join now. */
  async live(): Promise<KeptRecording | undefined> {
    const { shelf, places } = this.#tools;
    const session = await shelf.read<SessionId>(places.live);
    const kept = session && (await this.read(session));
    if (!kept || kept.ending !== undefined) return undefined;
    return (await this.isAbandoned(kept)) ? undefined : kept;
  }

  async isAbandoned(kept: KeptRecording): Promise<boolean> {
    const { shelf, places, clock } = this.#tools;
    const prefix = places.beat(kept.session);
    const beats = await Promise.all(
      (await shelf.keys(prefix)).map((key) => shelf.read<number>(key)),
    );
    const last = Math.max(kept.startedAt, ...beats.map((beat) => beat ?? 0));
    return isPast(last + liveMs, clock.now(), 2 * liveMs);
  }

  isTooLong(kept: KeptRecording): boolean {
    return isPast(kept.startedAt + longestMs, this.#tools.clock.now(), 2 * longestMs);
  }

  /** False when another keeper began one first. */
  async begin(kept: KeptRecording): Promise<boolean> {
    const { shelf, places } = this.#tools;
    const was = await shelf.read<SessionId>(places.live);
    if (was !== undefined && (await this.live()) !== undefined) return false;
    if (was !== undefined) await this.change(was, (old) => ({ ...old, ending: stopped }));
    return this.#writes([
      { expect: places.live, is: was },
      { put: places.live, value: kept.session },
      { put: places.recording(kept.session), value: kept },
      { put: places.version(kept.session), value: this.#tools.randomHex(8) },
      { put: places.door(kept.session), value: 'open' },
    ]);
  }

  /** Answers what it became, or undefined when the recording is gone. */
  async change(
    session: SessionId,
    make: (kept: KeptRecording) => KeptRecording,
  ): Promise<KeptRecording | undefined> {
    const { shelf, places } = this.#tools;
    for (;;) {
      const version = await shelf.read<string>(places.version(session));
      const kept = await this.read(session);
      if (!kept || version === undefined) return undefined;
      const made = make(kept);
      const changes: ShelfChange[] = [
        { expect: places.version(session), is: version },
        { put: places.recording(session), value: made },
        { put: places.version(session), value: this.#tools.randomHex(8) },
      ];
      if (await this.#writes(changes)) return made;
    }
  }

  async all(): Promise<SessionId[]> {
    const { shelf, places } = this.#tools;
    const keys = await shelf.keys(places.recordings);
    const names = keys.map((key) => key.slice(places.recordings.length).split('/')[0]);
    return [...new Set(names)] as SessionId[];
  }

  /** The rows of all tabs. */
  async streams(session: SessionId): Promise<Map<number, StreamRow>> {
    const { shelf, places } = this.#tools;
    const prefix = places.streams(session);
    const rows = new Map<number, StreamRow>();
    for (const key of await shelf.keys(prefix)) {
      const row = await shelf.read<StreamRow>(key);
      if (row) rows.set(numberAfter(key, prefix), row);
    }
    return rows;
  }

  /** Takes everything of it off the shelf, together with making `also`. */
  async forget(session: SessionId, also: readonly ShelfChange[] = []): Promise<void> {
    const { shelf, places } = this.#tools;
    for (;;) {
      const live = await shelf.read<SessionId>(places.live);
      const keys = await shelf.keys(places.all(session));
      const done = await this.#writes([
        { expect: places.live, is: live },
        ...(live === session ? [{ remove: places.live }] : []),
        ...keys.map((key) => ({ remove: key })),
        ...also,
      ]);
      if (!done) continue;
      // What another keeper wrote between the look and the write; with the door gone it was the last.
      const late = await shelf.keys(places.all(session));
      if (late.length > 0) await shelf.write(late.map((key) => ({ remove: key })));
      return;
    }
  }

  async #writes(changes: readonly ShelfChange[]): Promise<boolean> {
    try {
      await this.#tools.shelf.write(changes);
      return true;
    } catch (error) {
      if (error instanceof ShelfConflict) return false;
      throw error;
    }
  }
}

const stopped = { kind: 'stopped' } as const;
