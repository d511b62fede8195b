import {
  eventType,
  incrementalSource,
  mouseInteraction,
  type IncrementalData,
  type MouseInteractionData,
  type RecordedEvent,
} from './rrweb-events.ts';
import type { Page } from './page.ts';

/** Where a pointer was or pressed, in CSS px of the document that holds `node`. */
export interface PointerSpot {
  /** On the recording's own clock. */
  readonly timestamp: number;
  readonly x: number;
  readonly y: number;
  readonly node: number;
}

/** Where the pointer is and where it was pressed. */
export interface Marks {
  readonly pointer?: PointerSpot;
  readonly press?: PointerSpot;
}

const { mouseDown, click, contextMenu, dblClick, touchStart } = mouseInteraction;
const presses: ReadonlySet<number> = new Set([mouseDown, click, contextMenu, dblClick, touchStart]);

/** A click that the browser made of a key or a script, which it puts into the corner. A hand that
 * clicks there has pressed there before. */
export const isUnplaced = ({ type, x, y }: MouseInteractionData): boolean =>
  type === click && x === 0 && y === 0;

export function isUnplacedClick({ type, data }: RecordedEvent): boolean {
  const told = data as IncrementalData;
  const isActed =
    type === eventType.incremental && told.source === incrementalSource.mouseInteraction;
  return isActed && isUnplaced(told);
}

/** Positions come in batches: those of one stand up to this long before the event's own time. */
export const batchMs = 600;

/** Follows the pointer of one tab beside its page. */
export class PointerWatch {
  #marks: Marks;
  #pointsAt: string | undefined;

  constructor(marks: Marks = {}, page?: Page) {
    this.#marks = marks;
    this.#pointsAt = page && this.#describe(page);
  }

  get marks(): Marks {
    return this.#marks;
  }

  /** After `page` took in `event`. */
  push(event: RecordedEvent, page: Page): void {
    // Ids begin anew with each loaded page, and stay at a snapshot taken in between.
    const isAnew = event.type === eventType.fullSnapshot && this.#describe(page) !== this.#pointsAt;
    const marks = isAnew ? {} : markEvent(this.#marks, event);
    if (marks === this.#marks) return;
    this.#marks = marks;
    this.#pointsAt = this.#describe(page);
  }

  /** What a keyframe written at `timestamp` tells of the pointer, for whoever begins with it. */
  replay(timestamp: number): readonly RecordedEvent[] {
    const { pointer } = this.#marks;
    if (pointer === undefined) return [];
    const { x, y, node } = pointer;
    const timeOffset = Math.min(0, pointer.timestamp - timestamp);
    const data = {
      source: incrementalSource.mouseMove,
      positions: [{ x, y, id: node, timeOffset }],
    };
    return [{ type: eventType.incremental, data, timestamp }];
  }

  #describe(page: Page): string | undefined {
    const node = page.tree.get(this.#marks.pointer?.node ?? -1);
    return node && `${node.type} ${node.tag}`;
  }
}

/** The marks after one more event, as far as it tells of a time earlier than `before`. */
export function markEvent(marks: Marks, event: RecordedEvent, before = Infinity): Marks {
  if (event.type !== eventType.incremental) return marks;
  const data = event.data as IncrementalData;
  switch (data.source) {
    case incrementalSource.mouseMove:
    case incrementalSource.touchMove:
    case incrementalSource.drag:
      return withPointer(marks, lastSpot(event.timestamp, data.positions, before));
    case incrementalSource.mouseInteraction:
      return event.timestamp < before ? markInteraction(marks, event.timestamp, data) : marks;
    default:
      return marks;
  }
}

function lastSpot(timestamp: number, positions: unknown, before: number): PointerSpot | undefined {
  if (!Array.isArray(positions)) return undefined;
  let last: PointerSpot | undefined;
  for (const position of positions) {
    const { x, y, id, timeOffset } = Object(position) as Record<string, unknown>;
    if (typeof x !== 'number' || typeof y !== 'number' || typeof id !== 'number') continue;
    const at = timestamp + Math.min(0, Number(timeOffset) || 0);
    if (at < before && at >= (last?.timestamp ?? 0)) last = { timestamp: at, x, y, node: id };
  }
  return last;
}

function markInteraction(marks: Marks, timestamp: number, data: MouseInteractionData): Marks {
  const { type, id, x, y } = data;
  if (!presses.has(type) || x === undefined || y === undefined || isUnplaced(data)) return marks;
  const spot = { timestamp, x, y, node: id };
  return withPointer({ ...marks, press: spot }, spot);
}

function withPointer(marks: Marks, spot: PointerSpot | undefined): Marks {
  const isLater = spot !== undefined && spot.timestamp >= (marks.pointer?.timestamp ?? 0);
  return isLater ? { ...marks, pointer: spot } : marks;
}
