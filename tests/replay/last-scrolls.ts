/** Mends in what rrweb is told the two things a seek of its own is known to get wrong: pages of which
 * only the address has come yet, and places scrolled to before there was anything to scroll. */
import {
  eventType,
  incrementalSource,
  nodeType,
  type FullSnapshotData,
  type IncrementalData,
  type RecordedEvent,
  type SerializedNode,
} from '#dom/rrweb-events.ts';

/** An address whose snapshot is not told before `at` leaves the page as it was, in its new size. */
export function asOneSize(events: readonly RecordedEvent[], at: number): readonly RecordedEvent[] {
  const isSnapshot = ({ type, timestamp }: RecordedEvent) =>
    type === eventType.fullSnapshot && timestamp < at;
  const last = events.findLastIndex(isSnapshot);
  const lastMeta = events.slice(0, last).findLastIndex(({ type }) => type === eventType.meta);
  return events.map((event, index) => {
    if (event.type !== eventType.meta || index <= last || lastMeta < 0) return event;
    const source = incrementalSource.viewportResize;
    return { ...event, type: eventType.incremental, data: { ...(event.data as object), source } };
  });
}

type Places = Map<number, { readonly x: number; readonly y: number }>;

/** Where each node was last scrolled to on the page shown at `at`. */
export function lastScrolls(events: readonly RecordedEvent[], at: number): Places {
  const before = events.filter(({ timestamp }) => timestamp < at);
  const places: Places = new Map();
  const documents = new Map<number, number>();
  const from = before.findLastIndex(({ type }) => type === eventType.fullSnapshot);
  for (const { type, data } of before.slice(Math.max(0, from))) {
    if (type === eventType.fullSnapshot) {
      const { node, initialOffset } = data as FullSnapshotData;
      addPlaces(node, places);
      places.set(node.id, { x: initialOffset?.left ?? 0, y: initialOffset?.top ?? 0 });
    }
    if (type !== eventType.incremental) continue;
    const change = data as IncrementalData;
    if (change.source === incrementalSource.scroll) {
      places.delete(change.id);
      places.set(change.id, { x: change.x, y: change.y });
    }
    // What comes back under its old id is new to the browser.
    if (change.source === incrementalSource.mutation)
      for (const { parentId, node } of change.adds) {
        places.delete(node.id);
        if (node.type !== nodeType.document) continue;
        // The replayer writes it into the document that the frame has, which begins at its top again.
        places.delete(documents.get(parentId) ?? node.id);
        documents.set(parentId, node.id);
        addPlaces(node, places);
      }
  }
  return places;
}

function addPlaces(node: SerializedNode, places: Places): void {
  const x = Number(node.attributes?.['rr_scrollLeft'] ?? 0);
  const y = Number(node.attributes?.['rr_scrollTop'] ?? 0);
  if (x !== 0 || y !== 0) places.set(node.id, { x, y });
  for (const child of node.childNodes ?? []) addPlaces(child, places);
}
