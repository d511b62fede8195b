import type { ObjectRef } from '#core/session.ts';
import type { EpochMs } from '#core/time.ts';
import type { Ground } from './find-way.ts';
import type { Footage } from './footage.ts';
import type { KeptPages } from './kept-pages.ts';
import type { Position, TabStrip } from './tab-strip.ts';

interface GroundOptions {
  readonly strip: TabStrip;
  readonly startedAt: EpochMs;
  /** Place of the page that was folded last, where folding can go on from it. */
  readonly cursor: Position | undefined;
  readonly footage: Footage;
  readonly kept: KeptPages;
}

/** What is known of one tab as it stands, and what the rest of it would take. */
export function groundOf({ strip, startedAt, cursor, footage, kept }: GroundOptions): Ground {
  const refAt = (slot: number) => strip.slots[slot]?.ref;
  return {
    strip,
    startedAt,
    cursor,
    indexOf: (slot) => {
      const ref = refAt(slot);
      return ref && footage.indexOf(ref);
    },
    isLost: (slot) => {
      const ref = refAt(slot);
      return ref === undefined || footage.whyLost(ref) !== undefined;
    },
    keptIn: (slot, index) => kept.lastIn(strip.tab, slot, index)?.position,
    costOf: (slot) => {
      const ref = refAt(slot);
      return ref === undefined || footage.chunk(ref) ? 0 : costOf(ref, footage.isAtHand(ref));
    },
    keyframeCost: (ref) => (footage.keyframe(ref) ? 0 : costOf(ref, footage.isAtHand(ref))),
    isKeyframeLost: (ref) => footage.isKeyframeLost(ref),
  };
}

/** Rough milliseconds to fetch an object, if it must be, and to read it. */
const costOf = ({ bytes = 100_000 }: ObjectRef, isAtHand: boolean): number =>
  bytes / 10_000 + (isAtHand ? 0 : 60 + bytes / 20_000);
