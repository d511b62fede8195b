import { eventType, sourceOf, type RecordedEvent } from './recorded-event.ts';

/** Copies events so that the replayer may write on them, with each mutation's `removes` fixed:
 * it filters that list in place, and a node left out once would stay on the page for ever. */
export function guardEvents(events: readonly RecordedEvent[]): RecordedEvent[] {
  return events.map((event) => {
    if (event.type !== eventType.incremental || event.data.source !== sourceOf.mutation)
      return { ...event };
    const removes = event.data.removes;
    const data = Object.defineProperty({ ...event.data }, 'removes', {
      get: () => removes,
      set: () => undefined,
      enumerable: true,
    });
    return { ...event, data };
  });
}
