import type { PageVisit } from '#core/track.ts';
import { ms, type Ms } from '#core/time.ts';
import type { Page } from '#dom/page.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';

/**
 * How long after arriving a page may still name itself. A later title belongs to an address that
 * stock rrweb did not see the page change to.
 */
const settlingMs = 2000;

/** Follows a tab from address to address. */
export class VisitStream {
  readonly #tab: number;
  #url: string | undefined;
  #title: string | undefined;
  #since = ms(0);
  #arrivedAt = ms(0);
  #done: PageVisit[] = [];
  #version = -1;
  #isInFront = true;
  #hasLeft = false;
  count = 0;
  firstUrl: string | undefined;
  firstTitle: string | undefined;

  constructor(tab = 0) {
    this.#tab = tab;
  }

  /** Looks at the page after each event. */
  push(event: RecordedEvent, page: Page, at: Ms): void {
    if (this.#hasLeft && event.type !== eventType.meta) return;
    this.#hasLeft = false;
    if (page.href !== this.#url && page.href !== '') {
      this.cut(at);
      this.#url = page.href;
      this.#title = undefined;
      this.#arrivedAt = at;
      this.firstUrl ??= page.href;
      this.count += 1;
    }
    // After a page load the tree is still the old page's, whose title must not pass for the new
    // one's; after a change of address within a page it is the page's own.
    const isSamePage = event.type === eventType.plugin && this.#title === undefined;
    if (this.#url !== undefined && (isSamePage || page.tree.version !== this.#version)) {
      this.#version = page.tree.version;
      if (this.#title === undefined || at - this.#arrivedAt <= settlingMs)
        this.#title = page.title ?? this.#title;
      this.firstTitle ??= this.#title;
    }
  }

  /** Only where its tab is in front is a page visited. */
  show(at: Ms, isInFront: boolean): void {
    this.cut(at);
    this.#isInFront = isInFront;
  }

  /** The page is gone; the next one is another visit, even on the same address. */
  leave(at: Ms): void {
    this.cut(at);
    this.#url = undefined;
    this.#hasLeft = true;
  }

  /** Ends the visit here and goes on with it, as at the edge of a chunk. */
  cut(at: Ms): void {
    if (this.#isInFront && this.#url !== undefined && at > this.#since)
      this.#done.push({
        tab: this.#tab,
        url: this.#url,
        ...(this.#title !== undefined && { title: this.#title }),
        startsMs: this.#since,
        endsMs: at,
      });
    this.#since = at;
  }

  take(): PageVisit[] {
    return this.#done.splice(0);
  }
}
