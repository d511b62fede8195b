/** What a browser keeps for the pages of one origin beside the shelf, and what was emitted in all. */
import type { SessionId } from '#core/ids.ts';
import type { EventBatch } from '#delivery/keeper-messages.ts';
import type { Emitted } from './page-double.ts';

interface Place {
  readonly session: SessionId;
  readonly tab: number;
}

const nameOf = ({ session, tab }: Place) => `${session} ${tab}`;

export class BrowserStorage {
  readonly #tails = new Map<string, EventBatch>();
  readonly #places = new Map<number, Place>();
  /** By session and tab, in the order in which it was captured. */
  readonly everything = new Map<string, Emitted[]>();

  emitted(place: Place, event: Emitted): void {
    const name = nameOf(place);
    const list = this.everything.get(name) ?? [];
    this.everything.set(name, list);
    list.push(event);
  }

  /** What a keeper said to have: it may be lost in no way whatever. */
  readonly promised = new Set<string>();

  kept(ids: readonly string[]): void {
    for (const id of ids) this.promised.add(id);
  }

  leavePlace(browserTab: number, { session, tab }: Place): void {
    this.#places.set(browserTab, { session, tab });
  }

  takePlace(browserTab: number): Place | undefined {
    const place = this.#places.get(browserTab);
    this.#places.delete(browserTab);
    return place;
  }

  /** Only what is written on the disk outlives the browser. */
  restart(): void {
    this.#places.clear();
  }

  writeTail(tail: EventBatch): void {
    this.#tails.set(nameOf(tail), { ...tail, events: [...tail.events] });
  }

  readTail(own: Place | undefined): EventBatch | undefined {
    return (own && this.#tails.get(nameOf(own))) ?? [...this.#tails.values()][0];
  }

  removeTail(tail: Place): void {
    this.#tails.delete(nameOf(tail));
  }

  removeAllTails(): void {
    this.#tails.clear();
  }
}
