import {
  asKnown,
  eventType,
  incrementalSource,
  mouseInteraction,
  type InputData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';

/** Follows which field has the focus, to tell values a person changes from those a script sets. */
export class FocusWatch {
  /** Undefined until told: a field may have the focus from before the recording began. */
  #focused: number | undefined;

  push(event: RecordedEvent): void {
    const known = asKnown(event);
    if (known.type === eventType.fullSnapshot) this.#focused = undefined;
    if (known.type !== eventType.incremental) return;
    if (known.data.source !== incrementalSource.mouseInteraction) return;
    if (known.data.type === mouseInteraction.focus) this.#focused = known.data.id;
    if (known.data.type === mouseInteraction.blur) this.#focused = -1;
  }

  /** True when nothing speaks against a person having made this input. */
  allows(input: InputData): boolean {
    if (input.userTriggered !== undefined) return input.userTriggered;
    return this.#focused === undefined || this.#focused === input.id;
  }
}
