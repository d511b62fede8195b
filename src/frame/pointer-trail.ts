import {
  asKnown,
  eventType,
  incrementalSource,
  mouseInteraction,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';
import { isUnplaced, type PointerSpot } from '#dom/pointer-watch.ts';
import type { Scene } from '#reel/scene.ts';

export type PointerAct = 'move' | 'press' | 'release' | 'touch' | 'lift';

export interface TrailPoint extends PointerSpot {
  readonly act: PointerAct;
}

/** Where the pointer is at some time: at `from`, or `share` of the way from there to `to`. */
export interface PointerPlace {
  readonly from: TrailPoint;
  readonly to: TrailPoint | undefined;
  readonly share: number;
}

const acts: Readonly<Record<number, PointerAct>> = {
  [mouseInteraction.mouseUp]: 'release',
  [mouseInteraction.mouseDown]: 'press',
  [mouseInteraction.click]: 'move',
  [mouseInteraction.contextMenu]: 'press',
  [mouseInteraction.dblClick]: 'move',
  [mouseInteraction.touchStart]: 'touch',
  [mouseInteraction.touchEnd]: 'lift',
  [mouseInteraction.touchCancel]: 'lift',
};

/** A recorder looks about this often while the pointer moves: where the next point is later, the
 * pointer rested until then. */
const stepMs = 100;
const longest = 8000;

/** A button held longer was let go where nobody saw it. */
const longestPressMs = 60_000;

/** The pointer's way, known ahead, so that where it is is told by the time alone. */
export class PointerTrail {
  #points: TrailPoint[] = [];
  #isSorted = true;

  constructor({ pointer, press }: Pick<Scene, 'pointer' | 'press'>) {
    if (press !== undefined) {
      // Whether it is still held is not told.
      this.#add({ ...press, act: 'press' });
      this.#add({ ...press, act: 'release' });
    }
    if (pointer !== undefined) this.#add({ ...pointer, act: 'move' });
  }

  take(event: RecordedEvent): void {
    const known = asKnown(event);
    if (known.type !== eventType.incremental) return;
    const { data } = known;
    switch (data.source) {
      case incrementalSource.mouseMove:
      case incrementalSource.touchMove:
      case incrementalSource.drag:
        for (const { x, y, id, timeOffset } of data.positions)
          this.#add({ timestamp: event.timestamp + timeOffset, x, y, node: id, act: 'move' });
        return;
      case incrementalSource.mouseInteraction: {
        const act = isUnplaced(data) ? undefined : acts[data.type];
        if (act === undefined || data.x === undefined || data.y === undefined) return;
        this.#add({ timestamp: event.timestamp, x: data.x, y: data.y, node: data.id, act });
      }
    }
  }

  placeAt(at: number): PointerPlace | undefined {
    const index = this.#indexAt(at);
    const from = this.#points[index];
    if (from === undefined) return undefined;
    const to = this.#points[index + 1];
    if (to === undefined) return { from, to, share: 0 };
    const leaves = Math.max(from.timestamp, to.timestamp - stepMs);
    const lasts = to.timestamp - leaves;
    return { from, to, share: lasts > 0 ? Math.max(0, at - leaves) / lasts : 0 };
  }

  /** The last press or touch at or before `at`, and whether it was let go by then. */
  pressAt(at: number): { readonly point: TrailPoint; readonly held: boolean } | undefined {
    let held = true;
    for (let index = this.#indexAt(at); index >= 0; index -= 1) {
      const point = this.#points[index] as TrailPoint;
      if (at - point.timestamp > longestPressMs) return undefined;
      if (point.act === 'release' || point.act === 'lift') held = false;
      if (point.act === 'press' || point.act === 'touch') return { point, held };
    }
    return undefined;
  }

  #add(point: TrailPoint): void {
    const last = this.#points.at(-1);
    if (last !== undefined && last.timestamp > point.timestamp) this.#isSorted = false;
    this.#points.push(point);
    if (this.#points.length > longest) {
      this.#sort();
      this.#points = this.#points.slice(longest / 2);
    }
  }

  #sort(): void {
    if (!this.#isSorted) this.#points.sort((a, b) => a.timestamp - b.timestamp);
    this.#isSorted = true;
  }

  #indexAt(at: number): number {
    this.#sort();
    let low = 0;
    let high = this.#points.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#points[middle] as TrailPoint).timestamp <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
