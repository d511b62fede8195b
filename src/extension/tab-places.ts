/** Which stream of which session each browser tab writes. The background knows it by the browser's
 * word alone; a page that names a stream of another tab is not believed. */
import type { SessionId } from '#core/ids.ts';

export interface TabPlace {
  readonly session: SessionId;
  readonly tab: number;
}

/** Somewhere that keeps one value: an area of `chrome.storage`. */
export interface Drawer<Value> {
  read(): Promise<Value | undefined>;
  write(value: Value): Promise<void>;
}

interface Writer {
  /** Whose page wrote the stream last: only it may have left a tail of it. */
  readonly site: string;
  readonly at: number;
}

export type PlacesByTab = Readonly<Record<string, TabPlace>>;
export type WritersByStream = Readonly<Record<string, Writer>>;

const forgetAfterMs = 14 * 24 * 60 * 60_000;
const nameOf = ({ session, tab }: TabPlace) => `${session}/${tab}`;

export class TabPlaces {
  readonly #byTab: Drawer<PlacesByTab>;
  readonly #writers: Drawer<WritersByStream>;
  #places: PlacesByTab = {};
  #writersByStream: WritersByStream = {};

  /** Numbers of tabs hold until the browser ends; the writers of streams outlive it. */
  constructor(byTab: Drawer<PlacesByTab>, writers: Drawer<WritersByStream>) {
    this.#byTab = byTab;
    this.#writers = writers;
  }

  async load(): Promise<void> {
    this.#places = (await this.#byTab.read()) ?? {};
    this.#writersByStream = (await this.#writers.read()) ?? {};
  }

  placeOf(browserTab: number): TabPlace | undefined {
    return this.#places[browserTab];
  }

  mayHandOver(site: string, stream: TabPlace): boolean {
    return this.#writersByStream[nameOf(stream)]?.site === site;
  }

  remember(browserTab: number, place: TabPlace, site: string, now: number): void {
    this.#places = { ...this.#places, [browserTab]: place };
    const young = Object.entries(this.#writersByStream).filter(
      ([, { at }]) => now - at < forgetAfterMs,
    );
    this.#writersByStream = { ...Object.fromEntries(young), [nameOf(place)]: { site, at: now } };
    void this.#byTab.write(this.#places);
    void this.#writers.write(this.#writersByStream);
  }
}
