/** Between the pages of a browser and the keeper. Which tab and which site a page is, is decided by the
 * browser's word and never by the page's. */
import type { Frame, Page } from 'playwright';
import type { Purpose } from '#core/consent.ts';
import type { ToBinding } from '#delivery/bound-wire.ts';
import type { Keeper } from '#delivery/keeper.ts';
import type { FromKeeper, ToKeeper } from '#delivery/keeper-messages.ts';
import { PageLine } from './page-line.ts';
import type { RecordingNews } from './recording-news.ts';
import { siteOf } from './site-of.ts';
import { nameOfPlace, type TabPlace } from './tab-place.ts';

/** One tab of the browser. */
export interface RecordedTab {
  readonly line: PageLine;
  readonly visit: { stop(): void };
  /** The line of the document it shows. */
  document: string;
  site: string;
  place?: TabPlace;
  /** Its document is being recorded and has not said that it goes. */
  isOpen: boolean;
  /** Called in place of the keeper when the page says `stop`. */
  onStop?: () => void;
  /** It said `stop`, after all that it had captured. */
  isWhole?: boolean;
}

export interface GateOptions {
  readonly keeper: Pick<Keeper, 'serve'>;
  readonly sites: readonly string[];
  /** Answers in place of a person. */
  readonly consent?: readonly Purpose[];
  readonly news: RecordingNews;
}

export class PageGate {
  readonly #options: GateOptions;
  readonly #tabs = new Map<Page, RecordedTab>();
  readonly #writers = new Map<string, string>();
  readonly #ignored = new WeakSet<Page>();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  get tabs(): ReadonlyMap<Page, RecordedTab> {
    return this.#tabs;
  }

  /** Whatever this page says. */
  ignore(page: Page): void {
    this.#ignored.add(page);
  }

  /** What the binding calls. */
  readonly hear = async (
    source: { readonly page: Page; readonly frame: Frame },
    text: string,
  ): Promise<string | undefined> => {
    if (source.frame !== source.page.mainFrame() || this.#ignored.has(source.page))
      return undefined;
    const message = JSON.parse(text) as ToBinding;
    const tab = this.#tabOf(source.page, message.line);
    if (!tab) return undefined;
    if (message.kind === 'hear') return tab.line.next();
    this.#say(tab, message.message);
    return undefined;
  };

  #tabOf(page: Page, document: string): RecordedTab | undefined {
    const tab = this.#tabs.get(page);
    if (tab?.document === document) return tab;
    const site = siteOf(page.url());
    if (site === undefined || !this.#options.sites.includes(site)) return undefined;
    const next = tab && !tab.isOpen ? tab : this.#serve(tab);
    next.line.beginAnew();
    Object.assign(next, { document, site, isOpen: false });
    this.#tabs.set(page, next);
    return next;
  }

  /** A line goes on from document to document, unless one went without a word: the keeper takes a
   * second `join` as a sign that everything was handed over. */
  #serve(before: RecordedTab | undefined): RecordedTab {
    before?.visit.stop();
    before?.line.close();
    const line = new PageLine((message) => this.#pass(tab, message));
    const tab: RecordedTab = {
      line,
      visit: this.#options.keeper.serve(line),
      document: '',
      site: '',
      place: before?.place,
      isOpen: false,
    };
    return tab;
  }

  #say(tab: RecordedTab, message: ToKeeper): void {
    const { ended } = this.#options.news;
    switch (message.kind) {
      case 'join':
        if (ended) return tab.line.tell({ kind: 'ended', why: ended });
        return tab.line.say(this.#trueJoin(tab, message));
      case 'events':
        if (message.session !== tab.place?.session || message.tab !== tab.place.tab) return;
        return tab.line.say(message);
      case 'stop':
        tab.isWhole = true;
        return tab.onStop ? tab.onStop() : tab.line.say(message);
      case 'leave':
        tab.isOpen = false;
        return tab.line.say(message);
      default:
        return tab.line.say(message);
    }
  }

  #trueJoin({ site, place }: RecordedTab, { tail, again }: ToKeeper & { kind: 'join' }): ToKeeper {
    // A tail of an earlier run is not known here; the keeper knows whether it still wants it.
    const writer = tail && this.#writers.get(nameOfPlace(tail));
    const isOwn = writer === undefined || writer === site;
    return {
      kind: 'join',
      site,
      ...(place && { tab: place }),
      ...(tail && isOwn && { tail }),
      ...(again && { again }),
    };
  }

  #pass(tab: RecordedTab, message: FromKeeper): boolean {
    const { consent, news } = this.#options;
    if (message.kind === 'recording') {
      const { session, tab: number } = message.recording;
      tab.place = { session, tab: number };
      tab.isOpen = true;
      this.#writers.set(nameOfPlace(tab.place), tab.site);
    }
    if (message.kind === 'ended' || message.kind === 'refused') tab.isOpen = false;
    // The browser may be gone before its page could say so itself.
    if (message.kind === 'ended' && tab.isWhole)
      queueMicrotask(() => tab.line.say({ kind: 'leave' }));
    if (message.kind === 'ask' && consent !== undefined) {
      queueMicrotask(() => tab.line.say({ kind: 'answer', purposes: consent }));
      return false;
    }
    news.hear(tab.site, message);
    return true;
  }
}
