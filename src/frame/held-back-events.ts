import {
  asKnown,
  eventType,
  incrementalSource,
  type IncrementalData,
  type MutationData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';
import { EventGuard } from './event-guard.ts';
import { WithheldSources } from './withheld-sources.ts';
import { withholdStyles } from './withheld-styles.ts';

type Guarded = Parameters<EventGuard['copy']>[0];

/** Events of one page, in their order, as a replayer may have them: copies that it can write on,
 * without what would make the browser reach out or complain. */
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
    if (known.type !== eventType.incremental) return event;
    const data = this.#change(known.data);
    return data === known.data ? event : { ...event, data };
  }

  #change(data: IncrementalData): IncrementalData {
    return data.source === incrementalSource.mutation ? this.#mutation(data) : withholdStyles(data);
  }

  #mutation(data: MutationData): MutationData {
    const adds = data.adds.map((add) => ({
      ...add,
      node: this.#sources.node(add.node, add.parentId),
    }));
    const attributes = data.attributes.map((change) => ({
      ...change,
      attributes: this.#sources.attributes(change.id, change.attributes),
    }));
    const texts = data.texts.map((change) =>
      change.value === null
        ? change
        : { ...change, value: this.#sources.text(change.id, change.value) },
    );
    return { ...data, adds, attributes, texts };
  }
}
