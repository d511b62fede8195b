import type rrwebPlayer from 'rrweb-player';

/** One event as the player takes it. Only the type comes from there: the numbers stand here,
 * because importing rrweb's own enums would bring its whole recorder and replayer along. */
export type RecordedEvent = ConstructorParameters<typeof rrwebPlayer>[0]['props']['events'][number];

export const eventType = { fullSnapshot: 2, incremental: 3 } as const;

export const sourceOf = { mutation: 0 } as const;
