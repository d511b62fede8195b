import { asKnown, eventType, incrementalSource, type RecordedEvent } from '#dom/rrweb-events.ts';
import { EventGuard } from './event-guard.ts';
import { WithheldSources } from './withheld-sources.ts';

type Guarded = Parameters<EventGuard['copy']>[0];

/** Events of one page, in their order, as a replayer may have them: copies that it can write on,
 * without what would make the browser reach out. */
export class HeldBackEvents {
  readonly #guard = new EventGuard();
  readonly #sources = new WithheldSources();

  copy(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    return this.#guard.copy(events.map((event) => this.#withhold(event)) as unknown as Guarded);
  }

  #withhold(event: RecordedEvent): RecordedEvent {
    const known = asKnown(event);
    if (known.type === eventType.fullSnapshot)
      return { ...event, data: { ...known.data, node: this.#sources.node(known.data.node) } };
    if (known.type !== eventType.incremental || known.data.source !== incrementalSource.mutation)
      return event;
    const adds = known.data.adds.map((add) => ({ ...add, node: this.#sources.node(add.node) }));
    const attributes = known.data.attributes.map((change) => ({
      ...change,
      attributes: this.#sources.attributes(change.id, change.attributes),
    }));
    return { ...event, data: { ...known.data, adds, attributes } };
  }
}
