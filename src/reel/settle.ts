import type { EpochMs } from '#core/time.ts';
import { countBefore, type ChunkIndex } from './chunk-index.ts';
import type { Position, TabStrip } from './tab-strip.ts';

/** What is known of one tab's chunks. */
export interface Known {
  readonly strip: TabStrip;
  readonly startedAt: EpochMs;
  /** Of a slot that was read once. */
  readonly indexOf: (slot: number) => ChunkIndex | undefined;
  /** A hole, or a chunk that was given up. */
  readonly isLost: (slot: number) => boolean;
}

export type Settled =
  | {
      readonly end: Position;
      /** Epoch milliseconds: what is earlier lies before `end`, and nothing else. */
      readonly time: number;
    }
  /** A slot that must be read first. */
  | { readonly needs: number };

/**
 * Where the events before `time` end, which lies in `slot`. Between a page's address and its snapshot
 * there is one without the other, so the snapshot is waited for.
 */
export function settle(known: Known, slot: number, time: number): Settled {
  const index = known.indexOf(slot);
  if (index === undefined) return { needs: slot };
  const inside = index.snapshots.findLast(({ metaAt }) => metaAt <= time);
  if (inside !== undefined && time <= inside.at) return endAfter(known, slot, inside.at);
  const before = slot > 0 ? known.indexOf(slot - 1)?.openMeta?.at : undefined;
  const first = index.snapshots[0];
  const isOpen = first !== undefined && !first.hasMeta && before !== undefined && before <= time;
  if (isOpen && time <= first.at) return endAfter(known, slot, first.at);
  if (index.openMeta !== undefined && index.openMeta.at <= time && isThere(known, slot + 1)) {
    const next = known.indexOf(slot + 1);
    if (next === undefined) return { needs: slot + 1 };
    const closing = next.snapshots[0];
    if (closing !== undefined && !closing.hasMeta && time <= closing.at)
      return endAfter(known, slot + 1, closing.at);
  }
  return { end: { slot, index: countBefore(index, time) }, time };
}

/** Right after the snapshot told at `at`, and all that was told in the same millisecond. */
export function endAfter(known: Known, slot: number, at: number): Settled {
  const time = at + 1;
  const spills = known.strip.startOf(slot + 1) < time - known.startedAt && isThere(known, slot + 1);
  const last = spills ? slot + 1 : slot;
  const index = known.indexOf(last);
  if (index === undefined) return { needs: last };
  return { end: { slot: last, index: countBefore(index, time) }, time };
}

const isThere = ({ strip, isLost }: Known, slot: number): boolean =>
  slot < strip.slots.length && !isLost(slot);
