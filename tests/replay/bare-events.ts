/** Stands in the frame for the events that hold back what a policy refuses: these hold back only what
 * no policy catches, so that the policy can show that it holds the rest alone. */
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { EventGuard } from '#frame/event-guard.ts';

type Guarded = Parameters<EventGuard['copy']>[0];

export class HeldBackEvents {
  readonly #guard = new EventGuard();

  copy(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    return this.#guard.copy(events as unknown as Guarded);
  }
}
