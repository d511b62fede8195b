import {
  asKnown,
  eventType,
  incrementalSource,
  type RecordedEvent,
  type SerializedNode,
} from '#dom/rrweb-events.ts';
import { scrollTo, type Spot } from './page-geometry.ts';

/** Where a page's boxes and windows were last scrolled to, so that it can be done again: a box may
 * be filled after it was scrolled. */
export class ScrollPlaces {
  /** Oldest first: a snapshot tells the root's place twice, as the document's and as its element's. */
  readonly #places = new Map<number, Spot>();

  clear(): void {
    this.#places.clear();
  }

  take(event: RecordedEvent): void {
    const known = asKnown(event);
    if (known.type === eventType.fullSnapshot) {
      const { node, initialOffset } = known.data;
      this.#takeTree(node);
      this.#put(node.id, { x: initialOffset?.left ?? 0, y: initialOffset?.top ?? 0 });
    }
    if (known.type === eventType.incremental && known.data.source === incrementalSource.scroll)
      this.#put(known.data.id, known.data);
  }

  /** Scrolls everything to its place, at once. */
  apply(nodeOf: (id: number) => Node | null): void {
    for (const [id, place] of this.#places) scrollTo(nodeOf(id), place);
  }

  #put(id: number, { x, y }: Spot): void {
    this.#places.delete(id);
    this.#places.set(id, { x, y });
  }

  #takeTree(root: SerializedNode): void {
    const work = [root];
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      const { rr_scrollLeft: x, rr_scrollTop: y } = node.attributes ?? {};
      if (x || y) this.#put(node.id, { x: Number(x ?? 0), y: Number(y ?? 0) });
      for (const child of node.childNodes ?? []) work.push(child);
    }
  }
}
