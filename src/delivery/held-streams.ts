/** The tab streams that this keeper writes: it takes them, gives them to pages, and closes those that
 * nobody comes back to, also after keepers that died. */
import type { SessionId } from '#core/ids.ts';
import type { EventBatch } from './keeper-messages.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { KeptRecording } from './kept-recording.ts';
import { ShelfConflict, ShelfFull } from './shelf.ts';
import { numberAfter } from './shelf-places.ts';
import type { Signal } from './signals.ts';
import { TabStream } from './tab-stream.ts';

interface Entry {
  readonly session: SessionId;
  readonly tab: number;
  readonly stream: TabStream;
  held: boolean;
}

type Kept = Pick<KeptRecording, 'session' | 'startedAt'>;

/** A tab without a sign of life for so long does not come back by itself. */
const orphanMs = 30_000;
/** How often its beat must have been seen unchanged before it is believed to be gone. */
const orphanLooks = 3;

export class HeldStreams {
  readonly #tools: KeeperTools;
  readonly #entries = new Map<string, Entry>();
  readonly #looks = new Map<string, { readonly beat: number | undefined; count: number }>();
  readonly #answers = new Set<string>();
  #marks = 0;

  constructor(tools: KeeperTools) {
    this.#tools = tools;
  }

  /** Whether a page on one of this keeper's lines has this tab. */
  holds(session: SessionId, tab: number): boolean {
    return this.#entries.get(nameOf(session, tab))?.held === true;
  }

  hear(signal: Signal): void {
    if (signal.kind === 'held') this.#answers.add(nameOf(signal.session, signal.tab));
    if (signal.kind === 'who holds' && this.holds(signal.session, signal.tab))
      this.#tools.signals.tell({ kind: 'held', session: signal.session, tab: signal.tab });
  }

  /** For a page: throws `ShelfConflict` when the recording is gone. */
  async hold(kept: Kept, tab: number, from = Infinity): Promise<TabStream | undefined> {
    const entry = await this.#take(kept, tab);
    if (!entry) return undefined;
    entry.held = true;
    try {
      // A page that still has all that is missing leaves no gap.
      await (from <= entry.stream.next ? entry.stream.reopen() : entry.stream.begin());
      return entry.stream;
    } catch (error) {
      entry.held = false;
      if (error instanceof ShelfConflict) this.drop(kept.session, tab);
      throw error;
    }
  }

  /** Does something to a stream that no page holds; undefined when one does. */
  async borrow<T>(
    kept: Kept,
    tab: number,
    work: (stream: TabStream) => Promise<T>,
  ): Promise<T | undefined> {
    const entry = await this.#take(kept, tab);
    return entry && work(entry.stream);
  }

  /** Adds what a page could not hand over. Where its tab goes on already, what is missing was named
   * when it did. */
  async mergeTail(kept: Kept, tail: EventBatch): Promise<void> {
    await this.borrow(kept, tail.tab, async (stream) => {
      await stream.append(tail);
      await this.close(kept.session, tail.tab, false);
    });
  }

  /** The line is gone without a word; the tab may come back. */
  letGo(session: SessionId, tab: number): void {
    const entry = this.#entries.get(nameOf(session, tab));
    if (entry) entry.held = false;
  }

  /** Nothing more comes; names what may be missing unless it is `inGoodOrder`. Where there is no room
   * to close it, it stays open for a later try. */
  async close(session: SessionId, tab: number, inGoodOrder: boolean, until?: number) {
    const entry = this.#entries.get(nameOf(session, tab));
    if (!entry) return;
    entry.held = false;
    try {
      if (!inGoodOrder && !entry.stream.hasEnded)
        await entry.stream.appendGap(until ?? this.#tools.clock.now());
      await entry.stream.close();
      this.drop(session, tab);
    } catch (error) {
      if (error instanceof ShelfConflict) this.drop(session, tab);
      else if (!(error instanceof ShelfFull)) throw error;
    }
  }

  /** The page goes on after a pause. */
  async reopen(session: SessionId, tab: number): Promise<void> {
    await this.#entries.get(nameOf(session, tab))?.stream.reopen();
  }

  async cut(session: SessionId, tab: number): Promise<void> {
    await this.#entries.get(nameOf(session, tab))?.stream.cut();
  }

  drop(session: SessionId, tab: number): void {
    this.#entries.delete(nameOf(session, tab));
  }

  dropAll(session: SessionId): void {
    for (const [name, entry] of this.#entries)
      if (entry.session === session) this.#entries.delete(name);
  }

  async tick(): Promise<void> {
    for (const { session, tab, stream, held } of [...this.#entries.values()]) {
      try {
        await stream.tick(held);
      } catch (error) {
        if (error instanceof ShelfConflict) this.drop(session, tab);
        else if (!(error instanceof ShelfFull)) throw error;
      }
    }
  }

  /** Closes the streams of this recording whose pages are gone, naming what may be missing. */
  async closeOrphans(kept: Kept): Promise<void> {
    const { shelf, places } = this.#tools;
    const prefix = places.owners(kept.session);
    for (const key of await shelf.keys(prefix)) {
      const tab = numberAfter(key, prefix);
      const beat = await shelf.read<number>(places.beat(kept.session, tab));
      if (this.holds(kept.session, tab) || !this.#isOrphan(kept.session, tab, beat)) continue;
      await this.borrow(kept, tab, () =>
        this.close(kept.session, tab, false, beat ?? kept.startedAt),
      );
    }
  }

  #isOrphan(session: SessionId, tab: number, beat: number | undefined): boolean {
    const name = nameOf(session, tab);
    const look = this.#looks.get(name);
    if (!look || look.beat !== beat) {
      this.#looks.set(name, { beat, count: 1 });
      return false;
    }
    look.count += 1;
    const age = Math.abs(this.#tools.clock.now() - (beat ?? 0));
    if (age < orphanMs || look.count < orphanLooks) return false;
    this.#looks.delete(name);
    return true;
  }

  async #take(kept: Kept, tab: number): Promise<Entry | undefined> {
    const { session, startedAt } = kept;
    const name = nameOf(session, tab);
    const mine = this.#entries.get(name);
    if (mine) return mine.held ? undefined : mine;
    const { shelf, places, keeperId } = this.#tools;
    const was = await shelf.read<string>(places.owner(session, tab));
    if (was !== undefined && !was.startsWith(keeperId) && (await this.#isHeld(session, tab)))
      return undefined;
    const mark = `${keeperId}/${this.#marks++}`;
    try {
      const stream = await TabStream.take({ ...this.#tools, session, tab, startedAt, mark }, was);
      const entry = { session, tab, stream, held: false };
      this.#entries.set(name, entry);
      return entry;
    } catch (error) {
      if (error instanceof ShelfConflict) return undefined;
      throw error;
    }
  }

  /** Asks the other keepers; the dead don't answer. */
  async #isHeld(session: SessionId, tab: number): Promise<boolean> {
    const { signals, clock } = this.#tools;
    if (signals.patienceMs === 0) return false;
    this.#answers.delete(nameOf(session, tab));
    signals.tell({ kind: 'who holds', session, tab });
    await new Promise<void>((resolve) => void clock.after(signals.patienceMs, resolve));
    return this.#answers.has(nameOf(session, tab));
  }
}

const nameOf = (session: SessionId, tab: number) => `${session}/${tab}`;
