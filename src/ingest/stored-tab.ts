import type { MadeKeyframe } from '#core/recording.ts';
import { ms, type EpochMs } from '#core/time.ts';
import { Page } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { checkEvent } from './check-event.ts';
import { KeyframeMaker } from './keyframe-maker.ts';

/** Follows the stored chunks of one tab in order, for the keyframes that they lack. */
export class StoredTab {
  readonly #startedAt: EpochMs;
  #page = new Page();
  #keyframes = new KeyframeMaker(this.#page);

  constructor(startedAt: EpochMs) {
    this.#startedAt = startedAt;
  }

  /** Takes the events of the next chunk; answers its keyframe if it should have one and has not.
   * What is no event is passed over, as a replay does. */
  push(events: readonly unknown[], hasKeyframe: boolean): MadeKeyframe | undefined {
    let made: MadeKeyframe | undefined;
    let isFirst = true;
    for (const event of events) {
      if (checkEvent(event) !== undefined) continue;
      const told = this.#told(event as RecordedEvent);
      if (isFirst && hasKeyframe) this.#keyframes.wholeFrom(told.at);
      else if (isFirst) made = this.#keyframes.make(told);
      isFirst = false;
      this.#apply(told.event);
      this.#keyframes.push(told);
    }
    return made;
  }

  /** A chunk is missing or damaged: the page is unknown until the next snapshot. */
  lose(): void {
    this.#page = new Page();
    this.#keyframes = new KeyframeMaker(this.#page);
  }

  #told(event: RecordedEvent) {
    return { event, at: ms(Math.max(0, Math.round(event.timestamp - this.#startedAt))) };
  }

  #apply(event: RecordedEvent): void {
    try {
      this.#page.apply(event);
    } catch {
      // An event that makes no sense on this page changes nothing.
    }
  }
}
