import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import { PointerWatch, type Marks } from '#dom/pointer-watch.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import type { KeptPage } from './kept-pages.ts';
import { maxPageNodes, PageLimits } from './page-limits.ts';
import type { Position } from './tab-strip.ts';

/** Rough size of a node in memory, in bytes; long texts are shared with those of the page. */
const nodeBytes = 300;

/** The page of one tab at a place among its events, on its way through them. */
export class Cursor {
  readonly tab: number;
  readonly #limits = new PageLimits();
  #page = new Page(maxPageNodes + 1);
  #position: Position;
  #pointer = new PointerWatch();
  #problem: string | undefined;
  #sinceKept = 0;

  constructor(tab: number, position: Position) {
    this.tab = tab;
    this.#position = position;
  }

  /** Where `page` was written down at `position`; without `marks`, with those that it tells itself. */
  static from(tab: number, position: Position, page: readonly RecordedEvent[], marks?: Marks) {
    const cursor = new Cursor(tab, position);
    for (const event of page) cursor.#change(event);
    if (marks) cursor.#pointer = new PointerWatch(marks, cursor.#page);
    cursor.#sinceKept = 0;
    return cursor;
  }

  get position(): Position {
    return this.#position;
  }

  get marks(): Marks {
    return this.#pointer.marks;
  }

  /** Why the page can't be shown, from some event on. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Events since the page was last written down. */
  get sinceKept(): number {
    return this.#sinceKept;
  }

  /** Goes to the beginning of a later slot, over none that has events. */
  enter(slot: number): void {
    this.#position = { slot, index: 0 };
  }

  /** Takes in the event at its position; answers whether it could be read. */
  apply(event: RecordedEvent): boolean {
    this.#position = { slot: this.#position.slot, index: this.#position.index + 1 };
    return this.#change(event);
  }

  /** The page as it stands, for a replay that begins at `timestamp`, in epoch milliseconds. */
  write(timestamp: number): KeptPage | undefined {
    const page = keyframeOf(this.#page, timestamp);
    if (page === undefined) return undefined;
    this.#sinceKept = 0;
    const { tab, position, marks } = this;
    const { focused } = this.#page;
    return { tab, position, page, marks, focused, bytes: this.#page.tree.size * nodeBytes };
  }

  #change(event: RecordedEvent): boolean {
    this.#sinceKept += 1;
    try {
      this.#page.apply(event);
      this.#pointer.push(event, this.#page);
      this.#problem = this.#problemAfter(event);
    } catch {
      // Nobody has checked what stands in an event; one that can't be read ends there.
      return false;
    }
    return true;
  }

  #problemAfter(event: RecordedEvent): string | undefined {
    if (event.type !== eventType.fullSnapshot && this.#problem !== undefined) return this.#problem;
    return this.#limits.problemAfter(event, this.#page);
  }
}
