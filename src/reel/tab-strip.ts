import type { ChunkRef } from '#core/session.ts';
import type { Ms, Span } from '#core/time.ts';

/** A place in a tab's chunks: right before the event `index` of the slot `slot`. */
export interface Position {
  readonly slot: number;
  readonly index: number;
}

export function isBefore(a: Position, b: Position): boolean {
  return a.slot < b.slot || (a.slot === b.slot && a.index < b.index);
}

/** A chunk in its place, or a hole where the numbers say that one is absent. */
export interface Slot extends Span {
  readonly ref: ChunkRef | undefined;
}

/** Times of chunks are whole milliseconds, those of events need not be. */
const roundingMs = 1;

/** The chunks of one tab in their recorded order. */
export class TabStrip {
  readonly tab: number;
  readonly slots: readonly Slot[];
  /** Never falling, whatever the chunks say of themselves. */
  readonly #starts: number[] = [];

  constructor(tab: number, chunks: readonly ChunkRef[]) {
    this.tab = tab;
    this.slots = withHoles([...chunks].sort((a, b) => a.seq - b.seq));
    for (const { startsMs } of this.slots)
      this.#starts.push(Math.max(startsMs, this.#starts.at(-1) ?? 0));
  }

  startOf(slot: number): number {
    return this.#starts[slot] ?? Number.POSITIVE_INFINITY;
  }

  /** The last slot that may hold an event earlier than `at`, or the first. */
  slotAt(at: Ms): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) < at + roundingMs) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** All tabs of a session, by their number. */
export function stripsOf(chunks: readonly ChunkRef[]): ReadonlyMap<number, TabStrip> {
  const tabs = new Set(chunks.map(({ tab }) => tab));
  const ownOf = (tab: number) => chunks.filter((chunk) => chunk.tab === tab);
  return new Map([...tabs].map((tab) => [tab, new TabStrip(tab, ownOf(tab))]));
}

function withHoles(chunks: readonly ChunkRef[]): Slot[] {
  return chunks.flatMap((ref, i) => {
    const before = chunks[i - 1];
    const slot = { startsMs: ref.startsMs, endsMs: ref.endsMs, ref };
    if (before === undefined || before.seq + 1 === ref.seq) return [slot];
    return [{ startsMs: before.endsMs, endsMs: ref.startsMs, ref: undefined }, slot];
  });
}
