import {
  changesPage,
  eventType,
  pressTypes,
  sourceOf,
  type RecordedEvent,
} from './recorded-event.ts';

/** Where a pointer was, in CSS px of the document that holds `node`. */
export interface PointerSpot {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly node: number;
}

interface Scroll {
  readonly at: number;
  readonly node: number;
  readonly x: number;
  readonly y: number;
}

interface Snapshot {
  readonly metaAt: number;
  readonly at: number;
}

const presses: ReadonlySet<number> = new Set(Object.values(pressTypes));

/** What a seek must know of one tab's events without walking all of them: times of everything
 * that changes the page, snapshots, scrolls and the pointer. Times are the events' own. */
export class EventIndex {
  readonly #changes: number[] = [];
  readonly #snapshots: Snapshot[] = [];
  readonly #scrolls: Scroll[] = [];
  readonly #moves: PointerSpot[] = [];
  readonly #presses: PointerSpot[] = [];
  #metaAt: number | undefined;

  /** Takes the events that follow those already taken. */
  add(events: readonly RecordedEvent[]): void {
    for (const event of events) this.#take(event);
    this.#moves.sort((a, b) => a.at - b.at);
  }

  /** The time to play to so that what stood at `at` is shown: between a page's address and its
   * snapshot the replayer has the one without the other, so the snapshot is waited for. */
  settle(at: number): number {
    const first = this.#snapshots[0];
    if (first !== undefined && at <= first.at) return first.at + 1;
    const last = this.#snapshots[countBefore(this.#snapshots, at, (each) => each.metaAt) - 1];
    return last !== undefined && at <= last.at ? last.at + 1 : at;
  }

  /** Time of the last event before `at` that can change the page. */
  lastChangeBefore(at: number): number | undefined {
    return this.#changes[countBefore(this.#changes, at, (each) => each, false) - 1];
  }

  /** The last recorded scroll of each node since the page in front at `at` was loaded. */
  scrollsBefore(at: number): ReadonlyMap<number, Scroll> {
    const from = this.#snapshots[countBefore(this.#snapshots, at, (each) => each.at) - 1]?.at ?? 0;
    const first = countBefore(this.#scrolls, from, (each) => each.at, false);
    const end = countBefore(this.#scrolls, at, (each) => each.at, false);
    // Oldest first: a snapshot tells the root's scroll twice, as the document's and as its element's.
    const last = new Map<number, Scroll>();
    for (const scroll of this.#scrolls.slice(first, end)) {
      last.delete(scroll.node);
      last.set(scroll.node, scroll);
    }
    return last;
  }

  pointerAt(at: number): PointerSpot | undefined {
    return this.#moves[countBefore(this.#moves, at, (each) => each.at) - 1];
  }

  /** The last press of a button or touch at or before `at`, if it is no older than `withinMs`. */
  pressAt(at: number, withinMs: number): PointerSpot | undefined {
    const press = this.#presses[countBefore(this.#presses, at, (each) => each.at) - 1];
    return press !== undefined && at - press.at <= withinMs ? press : undefined;
  }

  /** A snapshot says which of its boxes were scrolled. */
  #takeScrolled(node: SerializedNode, at: number): void {
    if ('attributes' in node) {
      const { rr_scrollLeft: x, rr_scrollTop: y } = node.attributes;
      if (x || y) this.#scrolls.push({ at, node: node.id, x: Number(x ?? 0), y: Number(y ?? 0) });
    }
    if ('childNodes' in node) for (const child of node.childNodes) this.#takeScrolled(child, at);
  }

  #take(event: RecordedEvent): void {
    const at = event.timestamp;
    if (event.type === eventType.meta) this.#metaAt = at;
    if (event.type === eventType.fullSnapshot) {
      this.#snapshots.push({ metaAt: this.#metaAt ?? at, at });
      this.#metaAt = undefined;
      const { top, left } = event.data.initialOffset;
      this.#takeScrolled(event.data.node, at);
      this.#scrolls.push({ at, node: event.data.node.id, x: left, y: top });
    }
    if (changesPage(event)) this.#changes.push(at);
    if (event.type !== eventType.incremental) return;
    const { data } = event;
    switch (data.source) {
      case sourceOf.mouseMove:
      case sourceOf.touchMove:
      case sourceOf.drag:
        for (const { x, y, id, timeOffset } of data.positions)
          this.#moves.push({ at: at + timeOffset, x, y, node: id });
        return;
      case sourceOf.scroll:
        this.#scrolls.push({ at, node: data.id, x: data.x, y: data.y });
        break;
      case sourceOf.mouseInteraction:
        if (presses.has(data.type) && data.x !== undefined && data.y !== undefined) {
          const spot = { at, x: data.x, y: data.y, node: data.id };
          this.#presses.push(spot);
          this.#moves.push(spot);
        }
    }
  }
}

type SerializedNode = Extract<RecordedEvent, { type: 2 }>['data']['node'];

/** How many of the ascending `items` lie at or before `at`; strictly before, if not `inclusive`. */
function countBefore<T>(
  items: readonly T[],
  at: number,
  timeOf: (item: T) => number,
  inclusive = true,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const time = timeOf(items[middle] as T);
    if (inclusive ? time <= at : time < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
