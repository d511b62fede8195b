/** A browser with a few tabs, its disk and a server, to which everything happens that can. */
import { gzipSync } from 'fflate';
import { ms } from '#core/time.ts';
import { eventType, nodeType } from '#dom/rrweb-events.ts';
import { Keeper } from '#delivery/keeper.ts';
import type { Fold } from '#delivery/open-chunk.ts';
import { BrowserStorage } from './browser-storage.ts';
import { faultyLine, type LineTrouble } from './faulty-line.ts';
import { FaultyProcess, type Weather } from './faulty-process.ts';
import { MemoryShelf } from './memory-shelf.ts';
import { PageDouble } from './page-double.ts';
import { Seeded } from './seeded.ts';
import { ServerDouble, someTime } from './server-double.ts';
import { SignalHub } from './signal-hub.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface OpenTab {
  readonly browserTab: number;
  page: PageDouble;
  pageProcess: FaultyProcess;
  keeperProcess: FaultyProcess;
  leaveLine: () => void;
}

interface Running {
  readonly keeper: Keeper;
  readonly process: FaultyProcess;
}

export class FaultWorld {
  readonly seeded: Seeded;
  readonly clock = new VirtualClock(someTime);
  readonly shelf = new MemoryShelf();
  readonly server = new ServerDouble();
  readonly storage = new BrowserStorage();
  readonly weather: Weather;
  readonly tabs: OpenTab[] = [];
  /** One keeper for all pages, as in the extension, or one beside each page. */
  readonly isShared: boolean;
  readonly #trouble: LineTrouble;
  readonly #hub = new SignalHub();
  #shared: Running | undefined;
  #made = 0;

  constructor(seed: number) {
    this.seeded = new Seeded(seed);
    this.isShared = this.seeded.happens(0.4);
    const isRough = this.seeded.happens(0.5);
    this.weather = { isOffline: false, errorRate: isRough ? 0.3 : 0.02 };
    this.#trouble = {
      twice: this.seeded.pick([0, 0.1]),
      late: this.seeded.pick([0, 0.1]),
      never: this.seeded.pick([0, 0, 0.03]),
    };
  }

  /** Where a page's last batch may come after it said that it leaves, or not at all. */
  get losesMessages(): boolean {
    return this.#trouble.never + this.#trouble.late > 0;
  }

  open(browserTab = this.#made): OpenTab {
    const tab = { browserTab } as OpenTab;
    this.#load(tab);
    this.tabs.push(tab);
    return tab;
  }

  /** The page goes in good order, its worker a moment later, and the next page comes. */
  async reload(tab: OpenTab): Promise<void> {
    await this.#leave(tab);
    this.#load(tab);
  }

  async close(tab: OpenTab): Promise<void> {
    this.#remove(tab);
    await this.#leave(tab);
  }

  kill(tab: OpenTab): void {
    this.#remove(tab);
    this.#end(tab);
  }

  killBrowser(): void {
    for (const tab of this.tabs.splice(0)) this.#end(tab);
    this.#shared?.process.kill();
    this.#shared = undefined;
    this.storage.restart();
  }

  async freeze(tab: OpenTab, duration: number): Promise<void> {
    const frozen = this.isShared ? [tab.pageProcess] : [tab.pageProcess, tab.keeperProcess];
    for (const process of frozen) process.freeze();
    await this.clock.pass(duration);
    for (const process of frozen) process.thaw();
    await this.clock.pass(5);
  }

  async #leave(tab: OpenTab): Promise<void> {
    tab.page.leave();
    await this.clock.pass(this.seeded.between(0, 30));
    this.#end(tab);
  }

  #end(tab: OpenTab): void {
    tab.pageProcess.kill();
    if (this.isShared) tab.leaveLine();
    else tab.keeperProcess.kill();
  }

  #remove(tab: OpenTab): void {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
  }

  #load(tab: OpenTab): void {
    const { keeper, process } = this.isShared
      ? (this.#shared ??= this.#startKeeper())
      : this.#startKeeper();
    tab.pageProcess = new FaultyProcess(this.clock, this.seeded);
    tab.keeperProcess = process;
    const { near, far } = faultyLine(this.clock, this.seeded, this.#trouble, {
      page: tab.pageProcess,
      keeper: process,
    });
    tab.leaveLine = keeper.serve(far).stop;
    tab.page = new PageDouble({
      line: near,
      storage: this.storage,
      browserTab: tab.browserTab,
      now: () => this.clock.now(),
      name: `page ${this.#made++}`,
    });
  }

  #startKeeper(): Running {
    const process = new FaultyProcess(this.clock, this.seeded);
    const keeper = new Keeper({
      settings: { url: 'https://x.test', key: 'sb_publishable_x', recorderKey: 'desk' },
      shelf: process.shelf(this.shelf),
      signals: this.isShared ? undefined : this.#hub.join(process),
      api: process.api(this.server, this.weather),
      clock: process.clock,
      randomHex: (bytes) => this.seeded.hex(bytes),
      chance: () => this.seeded.next(),
      gzip: async (bytes) => gzipSync(bytes, { level: 0, mtime: 0 }) as Uint8Array<ArrayBuffer>,
      foldOf: plainFold,
    });
    return { keeper, process };
  }
}

/** Following the page is ingest's to test. The page has two style sheets, and one of them changes. */
const plainFold = (): Fold => {
  let events = 0;
  return {
    push: (event) => {
      events += 1;
      return event;
    },
    cut: () => ({
      format: 1,
      pages: [],
      keystrokes: [],
      actions: [],
      gaps: [],
      activityFromMs: ms(0),
      activity: [],
    }),
    keyframe: () => [styledPage('a'.repeat(1100), 'b'.repeat(1100 + Math.floor(events / 8)))],
  };
};

const styledPage = (...sheets: readonly string[]) => ({
  type: eventType.fullSnapshot,
  timestamp: 0,
  data: {
    node: {
      id: 1,
      type: nodeType.document,
      childNodes: sheets.map((_cssText, index) => ({
        id: index + 2,
        type: nodeType.element,
        tagName: 'style',
        attributes: { _cssText },
      })),
    },
  },
});
