import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';

/** A recorded full snapshot and the address that was told right before it. */
export interface SnapshotPlace {
  /** Of the address, or of the snapshot where none came before it in this chunk. */
  readonly index: number;
  /** Epoch milliseconds of the same. */
  readonly metaAt: number;
  /** Epoch milliseconds of the snapshot. */
  readonly at: number;
  readonly hasMeta: boolean;
}

/** What is remembered of a chunk once it was read, its events let go or not. */
export interface ChunkIndex {
  readonly times: Float64Array;
  readonly snapshots: readonly SnapshotPlace[];
  /** An address at the end whose snapshot is not in this chunk. */
  readonly openMeta: { readonly index: number; readonly at: number } | undefined;
}

/** Puts events in the order of their times, those of one moment as they stood, and indexes them.
 * Files from elsewhere may have clocks that ran backwards. */
export function indexChunk(told: readonly RecordedEvent[]): {
  readonly events: readonly RecordedEvent[];
  readonly index: ChunkIndex;
} {
  const inOrder = told.every(
    ({ timestamp }, i) => i === 0 || (told[i - 1] as RecordedEvent).timestamp <= timestamp,
  );
  const events = inOrder ? told : told.toSorted((a, b) => a.timestamp - b.timestamp);
  const times = new Float64Array(events.length);
  const snapshots: SnapshotPlace[] = [];
  let meta: number | undefined;
  for (const [i, { type, timestamp }] of events.entries()) {
    times[i] = timestamp;
    if (type === eventType.meta) meta = i;
    if (type !== eventType.fullSnapshot) continue;
    const index = meta ?? i;
    const metaAt = times[index] as number;
    snapshots.push({ index, metaAt, at: timestamp, hasMeta: meta !== undefined });
    meta = undefined;
  }
  const openMeta = meta === undefined ? undefined : { index: meta, at: times[meta] as number };
  return { events, index: { times, snapshots, openMeta } };
}

/** How many events come before `at`, in epoch milliseconds. */
export function countBefore({ times }: Pick<ChunkIndex, 'times'>, at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
