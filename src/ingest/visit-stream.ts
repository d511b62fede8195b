import type { PageVisit } from '#core/track.ts';
import { ms, type Ms } from '#core/time.ts';
import type { Page } from '#dom/page.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import { bringsContent, isUse, showsContent } from './page-signs.ts';

/**
 * How long after arriving a page may still name itself, mend its address and bring its content. A later
 * title belongs to an address that stock rrweb did not see the page change to.
 */
const settlingMs = 2000;
/** A page that is made first and gets its address then has it this soon. */
const madeFirstMs = 50;

/** Follows a tab from address to address. */
export class VisitStream {
  readonly #tab: number;
  #url: string | undefined;
  #title: string | undefined;
  #since = ms(0);
  #arrivedAt = ms(0);
  #shownAt: Ms | undefined;
  #broughtAt = ms(-Infinity);
  #isUsed = false;
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
    const { href } = page;
    if (href !== '' && !isSameAddress(href, this.#url)) {
      if (this.#settles(event, href, at)) this.#url = href;
      else this.#arrive(event, href, at);
    } else if (this.#url !== undefined) this.#look(event, page, at);
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

  #arrive(event: RecordedEvent, href: string, at: Ms): void {
    this.cut(at);
    this.#url = href;
    this.#title = undefined;
    this.#arrivedAt = at;
    const isMade = event.type === eventType.plugin && at - this.#broughtAt <= madeFirstMs;
    this.#shownAt = isMade ? at : undefined;
    this.#isUsed = false;
    this.firstUrl ??= href;
    this.count += 1;
  }

  /** A page that has just come and changes its address by itself, or only what it is asked for, is
   * still the one that a person went to. */
  #settles(event: RecordedEvent, href: string, at: Ms): boolean {
    if (event.type !== eventType.plugin || this.#url === undefined) return false;
    if (at - this.#arrivedAt > settlingMs) return false;
    return !this.#isUsed || pathOf(href) === pathOf(this.#url);
  }

  #look(event: RecordedEvent, page: Page, at: Ms): void {
    this.#isUsed ||= isUse(event);
    if (bringsContent(event, page)) this.#broughtAt = at;
    const isSettling = this.#shownAt === undefined && at - this.#arrivedAt <= settlingMs;
    if (isSettling && showsContent(event, page)) this.#shownAt = at;
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
        ...this.#shown(at),
      });
    this.#since = at;
  }

  /** Told once, in the piece of the visit in which it happened. */
  #shown(until: Ms): Pick<PageVisit, 'shownMs'> {
    const at = this.#shownAt;
    return at !== undefined && at > this.#since && at <= until ? { shownMs: at } : {};
  }

  take(): PageVisit[] {
    return this.#done.splice(0);
  }
}

/** An empty fragment leads nowhere else. */
const isSameAddress = (a: string, b: string | undefined): boolean =>
  a === b || a.replace(/#$/, '') === b?.replace(/#$/, '');

const pathOf = (href: string): string => href.replace(/[?#].*$/s, '');
