import {
  eventType,
  incrementalSource,
  mouseInteraction,
  type IncrementalData,
  type MouseInteractionData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';
import type { PointerSpot } from './scene.ts';

/** Where the pointer is and where it was pressed. */
export interface Marks {
  readonly pointer?: PointerSpot;
  readonly press?: PointerSpot;
}

const { mouseDown, click, contextMenu, dblClick, touchStart } = mouseInteraction;
const presses: ReadonlySet<number> = new Set([mouseDown, click, contextMenu, dblClick, touchStart]);

/** Positions come in batches: those of one stand up to this long before the event's own time. */
export const batchMs = 600;

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
  for (const { x, y, id, timeOffset } of positions) {
    const at = timestamp + Math.min(0, Number(timeOffset) || 0);
    if (at < before && at >= (last?.timestamp ?? 0)) last = { timestamp: at, x, y, node: id };
  }
  return last;
}

function markInteraction(marks: Marks, timestamp: number, data: MouseInteractionData): Marks {
  const { type, id, x, y } = data;
  if (!presses.has(type) || x === undefined || y === undefined) return marks;
  const spot = { timestamp, x, y, node: id };
  return withPointer({ ...marks, press: spot }, spot);
}

function withPointer(marks: Marks, spot: PointerSpot | undefined): Marks {
  const isLater = spot !== undefined && spot.timestamp >= (marks.pointer?.timestamp ?? 0);
  return isLater ? { ...marks, pointer: spot } : marks;
}
