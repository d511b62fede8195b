import type { Ms } from '#core/time.ts';
import type { PointerSpot } from '#dom/pointer-watch.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** One tab as it was right before `at`, and what follows: all that the replay frame must know to show
 * that moment and to play on from it. */
export interface Scene {
  /** The wish it answers; later ones are greater. */
  readonly ticket: number;
  readonly tab: number;
  readonly at: Ms;
  /** Address, snapshot and what a snapshot has no place for, as `keyframeOf` writes them. */
  readonly page: readonly RecordedEvent[];
  /** The last of each before `at`, where there was one on this page. */
  readonly pointer?: PointerSpot;
  readonly press?: PointerSpot;
  /** Node that has the focus. */
  readonly focused?: number;
  readonly ahead: Ahead;
}

/** Events of one tab in order, none of them an address or a snapshot: those come as scenes. */
export interface Ahead {
  readonly events: readonly RecordedEvent[];
  /** All events before this time are there. */
  readonly until: Ms;
}
