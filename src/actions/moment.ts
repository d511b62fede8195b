import type { Ms } from '#core/time.ts';
import type { Page } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** An event on its way through the fold, with the page as it stood just before it. */
export interface Moment {
  readonly event: RecordedEvent;
  /** The event's place in the stored recording. */
  readonly index: number;
  readonly at: Ms;
  readonly page: Page;
}
