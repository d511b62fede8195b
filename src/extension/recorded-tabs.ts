/** The pages that are connected now, one for each browser tab. */
import type { Keeper } from '#delivery/keeper.ts';
import { showBadge } from './badge.ts';
import { PageLink, type PageLinkOptions } from './page-link.ts';
import type { TabPlaces } from './tab-places.ts';

interface Connected {
  readonly link: PageLink;
  readonly port: chrome.runtime.Port;
  readonly stop: () => Promise<void>;
}

export interface TabEvents {
  readonly changed: (link: PageLink) => void;
  readonly wished: (link: PageLink) => void;
}

export class RecordedTabs {
  readonly #places: TabPlaces;
  readonly #events: TabEvents;
  readonly #byTab = new Map<number, Connected>();
  readonly #asked = new Set<number>();

  constructor(places: TabPlaces, events: TabEvents) {
    this.#places = places;
    this.#events = events;
  }

  get links(): PageLink[] {
    return [...this.#byTab.values()].map(({ link }) => link);
  }

  linkOf(browserTab: number): PageLink | undefined {
    return this.#byTab.get(browserTab)?.link;
  }

  /** The next page of this tab joins because the person asked for it. */
  expect(browserTab: number): void {
    this.#asked.add(browserTab);
  }

  /** `over`: nothing is recorded any more, but this page may not have handed over all it had. */
  accept(
    port: chrome.runtime.Port,
    { browserTab, site, over }: Pick<PageLinkOptions, 'browserTab' | 'site' | 'over'>,
    keeper: Keeper,
  ): PageLink {
    void this.#drop(browserTab);
    const link = new PageLink({
      browserTab,
      site,
      over,
      places: this.#places,
      asked: this.#asked.delete(browserTab),
      post: (message) => tryTo(() => port.postMessage(message)),
      cut: () => {
        void this.#drop(browserTab);
        tryTo(() => port.disconnect());
      },
      changed: () => this.#changed(link),
      wished: () => this.#events.wished(link),
      now: Date.now,
    });
    const { stop } = keeper.serve(link);
    this.#byTab.set(browserTab, { link, port, stop });
    port.onMessage.addListener((text: unknown) => link.hearPage(text));
    port.onDisconnect.addListener(() => this.#lost(browserTab, port));
    return link;
  }

  /** The tab was closed, shows another page, or its page comes by another port. */
  forget(browserTab: number): Promise<void> {
    return this.#drop(browserTab);
  }

  #changed(link: PageLink): void {
    showBadge(link.browserTab, link.state.kind);
    this.#events.changed(link);
  }

  #lost(browserTab: number, port: chrome.runtime.Port): void {
    const connected = this.#byTab.get(browserTab);
    if (connected?.port !== port) return;
    // How it ended is still to be told to the person, and the keeper closes what came last.
    if (!hasEnded(connected.link)) void this.#drop(browserTab);
  }

  async #drop(browserTab: number): Promise<void> {
    const connected = this.#byTab.get(browserTab);
    this.#byTab.delete(browserTab);
    await connected?.stop();
  }
}

export const hasEnded = ({ state }: PageLink): boolean =>
  state.kind === 'ended' || state.kind === 'refused';

/** The page may have gone a moment ago. */
function tryTo(act: () => void): void {
  try {
    act();
  } catch {
    // Its disconnection is told in its own time.
  }
}
