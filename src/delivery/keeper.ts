/** Everything after a masked event has left the page's hands. All state lies on the shelf, so that a
 * keeper may die at any moment and another go on. */
import type { SessionId } from '#core/ids.ts';
import { LiveFold } from '#ingest/live-fold.ts';
import { systemClock, type Clock } from './clock.ts';
import { Custody } from './custody.ts';
import { Enrolment } from './enrolment.ts';
import { gzip, type Gzip } from './gzip.ts';
import { HeldStreams } from './held-streams.ts';
import type { KeeperParts, WantedTab } from './keeper-parts.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { FromKeeper, RecorderSettings, ToKeeper } from './keeper-messages.ts';
import type { KeptRecording } from './kept-recording.ts';
import type { Line } from './line.ts';
import type { StreamOptions } from './tab-stream.ts';
import { randomChance, randomHex } from './random.ts';
import { RecorderApi, type DeliveryApi } from './recorder-api.ts';
import { Recordings } from './recordings.ts';
import { ShelfPlaces } from './shelf-places.ts';
import type { Shelf } from './shelf.ts';
import { noSignals, type Signals } from './signals.ts';
import { TakingBack } from './taking-back.ts';
import { Visit } from './visit.ts';

export interface KeeperOptions {
  readonly settings: RecorderSettings;
  readonly shelf: Shelf;
  /** How other keepers of this shelf are reached; not needed where there are none. */
  readonly signals?: Signals;
  readonly api?: DeliveryApi;
  readonly clock?: Clock;
  readonly randomHex?: (bytes: number) => string;
  readonly chance?: () => number;
  readonly gzip?: Gzip;
  readonly foldOf?: StreamOptions['foldOf'];
}

const tickMs = 1000;

export class Keeper {
  readonly #tools: KeeperTools;
  readonly #visits = new Set<Visit>();
  readonly #parts: KeeperParts;
  readonly #custody: Custody;
  readonly #streams: HeldStreams;
  #timer: { stop(): void } | undefined;

  /** Throws an `ApiFailure` where the settings hold a secret key. */
  constructor(options: KeeperOptions) {
    const { settings, shelf } = options;
    const hex = options.randomHex ?? randomHex;
    const tools: KeeperTools = {
      settings,
      shelf,
      places: new ShelfPlaces(settings),
      api: options.api ?? new RecorderApi(settings),
      clock: options.clock ?? systemClock,
      randomHex: hex,
      chance: options.chance ?? randomChance,
      signals: options.signals ?? noSignals,
      gzip: options.gzip ?? gzip,
      foldOf: options.foldOf ?? ((of) => new LiveFold(of)),
      keeperId: hex(8),
    };
    this.#tools = tools;
    this.#streams = new HeldStreams(tools);
    const recordings = new Recordings(tools);
    const takingBack = new TakingBack(tools, recordings);
    const enrolment = new Enrolment(tools, recordings, takingBack);
    const ended = (session: SessionId, why: 'stopped' | 'discarded' | 'withdrawn') => {
      tools.signals.tell({ kind: 'ended', session, why });
      this.#end(session, why);
    };
    this.#custody = new Custody(tools, { recordings, takingBack, streams: this.#streams, ended });
    this.#parts = {
      clock: tools.clock,
      recordings,
      takingBack,
      enrolment,
      streams: this.#streams,
      changed: () => {
        tools.signals.tell({ kind: 'changed' });
        this.#look();
      },
      sawEvents: (session) => this.#custody.sawEvents(session),
      placeTab: (kept, wanted) => this.#placeTab(recordings, kept, wanted),
      mergeTail: async (tail) => {
        const kept = await recordings.read(tail.session);
        if (kept) await this.#streams.mergeTail(kept, tail);
      },
      discard: async (kept) => {
        await takingBack.discard(kept);
        ended(kept.session, 'discarded');
        this.#custody.hurry();
      },
      withdraw: async () => {
        for (const session of await takingBack.withdraw()) ended(session, 'withdrawn');
        this.#custody.hurry();
      },
      myRecordingsUrl: ({ token }) =>
        `${(settings.appUrl ?? settings.url).replace(/\/+$/, '')}/recordings#contributor=${token}`,
    };
    tools.signals.listen((signal) => {
      this.#streams.hear(signal);
      if (signal.kind === 'changed') this.#look();
      if (signal.kind === 'ended') this.#end(signal.session, signal.why);
    });
    this.#tickLater();
  }

  /** Speaks with one page until `stop`, which resolves once the page's tab is free for another. */
  serve(line: Line<FromKeeper, ToKeeper>): { stop(): Promise<void> } {
    const visit = new Visit(line, this.#parts);
    this.#visits.add(visit);
    return {
      stop: () => {
        this.#visits.delete(visit);
        return visit.stop();
      },
    };
  }

  /** The network seems to be back: try at once. */
  hurry(): void {
    this.#custody.hurry();
  }

  /** How many bytes wait to be sent; 0 when all is delivered and closed. */
  waiting(): Promise<number> {
    return this.#custody.waiting();
  }

  /** Ends the keeper's own work. What is on the shelf waits for the next one. */
  stop(): void {
    this.#timer?.stop();
    this.#timer = undefined;
    this.#tools.signals.close();
  }

  #tickLater(): void {
    this.#timer = this.#tools.clock.after(tickMs, () => {
      this.#tickLater();
      void this.#custody.tick([...this.#visits]);
    });
  }

  #look(): void {
    for (const visit of this.#visits) void visit.look();
  }

  #end(session: SessionId, why: 'stopped' | 'discarded' | 'withdrawn'): void {
    for (const visit of this.#visits) if (visit.session === session) void visit.end(why);
    this.#streams.dropAll(session);
  }

  async #placeTab(recordings: Recordings, kept: KeptRecording, wanted: WantedTab | undefined) {
    const old = wanted && (await this.#streams.hold(kept, wanted.tab, wanted.from));
    if (wanted && old) return { tab: wanted.tab, stream: old };
    const changed = await recordings.change(kept.session, (each) => ({
      ...each,
      nextTab: each.nextTab + 1,
    }));
    const tab = (changed?.nextTab ?? 1) - 1;
    const stream = changed && (await this.#streams.hold(kept, tab));
    if (!stream) throw new Error('The recording that was to be joined ended at that moment.');
    return { tab, stream };
  }
}
