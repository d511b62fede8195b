/** The lanes as they stand now: how high each is, which are folded and which made way. */

import type { LaneFolds } from './lane-folds.svelte.ts';
import type { Lane } from './lane-marks.ts';
import { yieldLanes } from './lane-room.ts';
import { heightOf, stackRows, type LaneRows } from './lane-rows.ts';
import type { Theme } from './theme.ts';

interface Stacked {
  readonly heights: Theme['heights'];
  readonly tabs: number;
  readonly folds: LaneFolds;
  /** For all lanes together. */
  readonly roomPx: number;
}

export class LaneStack {
  readonly #of: Stacked;
  readonly #gone = $derived.by(() => this.#yield(this.#of.roomPx));
  readonly #rows = $derived.by(() => this.#stack(this.#gone));

  /** Follows `of` as it changes. */
  constructor(of: Stacked) {
    this.#of = of;
  }

  /** What made way has no height. */
  get rows(): LaneRows {
    return this.#rows;
  }

  /** How many made way. */
  get away(): number {
    return this.#gone.size;
  }

  isThere(lane: Lane): boolean {
    return !this.#gone.has(lane);
  }

  /** Its marks are shown. */
  isOpen(lane: Lane): boolean {
    return this.isThere(lane) && !this.#of.folds.has(lane);
  }

  /** What the lanes take of so much room. */
  takes(roomPx: number): number {
    const { tasks } = this.#stack(this.#yield(roomPx));
    return tasks.y + tasks.height;
  }

  #pxOf(lane: Lane): number {
    const { heights, tabs, folds } = this.#of;
    return heights[heightOf(lane, tabs, folds.has(lane))];
  }

  #yield(roomPx: number): ReadonlySet<Lane> {
    return yieldLanes((lane) => this.#pxOf(lane), roomPx);
  }

  #stack(gone: ReadonlySet<Lane>): LaneRows {
    return stackRows((lane) => (gone.has(lane) ? 0 : this.#pxOf(lane)));
  }
}
