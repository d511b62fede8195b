import type rrwebPlayer from 'rrweb-player';

/** One event as the player takes it. Only the type comes from there: the numbers stand here,
 * because importing rrweb's own enums would bring its whole recorder and replayer along. */
export type RecordedEvent = ConstructorParameters<typeof rrwebPlayer>[0]['props']['events'][number];

export const eventType = { fullSnapshot: 2, incremental: 3, meta: 4, custom: 5 } as const;

export const sourceOf = {
  mutation: 0,
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  touchMove: 6,
  drag: 12,
} as const;

export const pressTypes = { mouseDown: 1, click: 2, contextMenu: 3, dblClick: 4, touchStart: 7 };

/** Whether the page may look different after it; a moving pointer changes nothing that was recorded. */
export function changesPage(event: RecordedEvent): boolean {
  if (event.type === eventType.incremental)
    return (
      event.data.source !== sourceOf.mouseMove &&
      event.data.source !== sourceOf.touchMove &&
      event.data.source !== sourceOf.drag
    );
  return event.type === eventType.fullSnapshot || event.type === eventType.meta;
}

/** An event that does nothing, for telling the player a time. */
export function nothingAt(timestamp: number): RecordedEvent {
  return { type: eventType.custom, data: { tag: 'nothing', payload: undefined }, timestamp };
}
