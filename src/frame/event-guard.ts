import { QuietNodes } from './quiet-nodes.ts';
import { eventType, sourceOf, type RecordedEvent } from './recorded-event.ts';

/** Copies events so that the replayer may write on them and none can reach out. The `removes` of a
 * mutation are fixed: it filters that list in place, and a node left out once would stay on the
 * page for ever. */
export class EventGuard {
  readonly #quiet = new QuietNodes();

  /** Takes the events of one tab in their order. */
  copy(events: readonly RecordedEvent[]): RecordedEvent[] {
    return events.map((event) => this.#copyOne(event));
  }

  #copyOne(event: RecordedEvent): RecordedEvent {
    if (event.type === eventType.fullSnapshot)
      return { ...event, data: { ...event.data, node: this.#quiet.node(event.data.node) } };
    if (event.type !== eventType.incremental || event.data.source !== sourceOf.mutation)
      return { ...event };
    const { adds, attributes, removes } = event.data;
    const quiet = {
      ...event.data,
      adds: adds.map((add) => ({ ...add, node: this.#quiet.node(add.node) })),
      attributes: attributes.map((change) => ({
        ...change,
        attributes: this.#quiet.attributes(change.id, change.attributes),
      })),
    };
    const data = Object.defineProperty(quiet, 'removes', {
      get: () => removes,
      set: () => undefined,
      enumerable: true,
    });
    return { ...event, data };
  }
}
