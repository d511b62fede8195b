/** Batches of one page on their way to its stream: put back in order, and held while there is no room.
 * What can't be held is dropped, which the stream names as a gap by the numbers that are missing. */
import type { Clock } from './clock.ts';
import { ShelfFull } from './shelf.ts';
import type { TabStream } from './tab-stream.ts';
import type { Numbered } from './take-batch.ts';

/** How long a hole in the running numbers may be filled late. */
const lateMs = 2000;
/** How long to wait for room; a page does not hold what is not kept for much longer. */
const fullMs = 20_000;

export class Arrivals {
  #stream: TabStream;
  #expected: number;
  readonly #clock: Clock;
  #waiting: Numbered[] = [];
  #waitingSince: number | undefined;
  #fullSince: number | undefined;
  #kept: number;
  #lost = false;
  #any = false;

  constructor(stream: TabStream, clock: Clock) {
    this.#stream = stream;
    this.#clock = clock;
    this.#kept = stream.next - 1;
    this.#expected = stream.next;
  }

  /** Nothing ever arrived. */
  get isEmpty(): boolean {
    return !this.#any;
  }

  get isFull(): boolean {
    return this.#fullSince !== undefined;
  }

  /** The page needs no longer hold what is up to here. */
  get kept(): number {
    return this.#kept;
  }

  /** The stream was given up and taken back. False when another page used it in between. */
  continueOn(stream: TabStream): boolean {
    this.#stream = stream;
    return stream.next === this.#expected;
  }

  async take(batch: Numbered): Promise<void> {
    this.#any = true;
    this.#waiting.push(batch);
    this.#waiting.sort((a, b) => a.first - b.first);
    await this.settle(false);
  }

  /** Stores what can be stored; with `all`, also what comes after a hole. */
  async settle(all: boolean): Promise<void> {
    try {
      await this.#store(all);
    } catch (error) {
      if (!(error instanceof ShelfFull)) throw error;
      this.#fullSince ??= this.#clock.now();
      if (Math.abs(this.#clock.now() - this.#fullSince) >= fullMs) this.#drop();
    }
  }

  /** Tries again what had to wait. True when there is room again after there was none. */
  async tick(): Promise<boolean> {
    const wasFull = this.isFull;
    const since = this.#waitingSince;
    const isLate = since !== undefined && Math.abs(this.#clock.now() - since) >= lateMs;
    if (wasFull || isLate) await this.settle(isLate || wasFull);
    return wasFull && !this.isFull;
  }

  async #store(all: boolean): Promise<void> {
    for (;;) {
      const batch = this.#waiting[0];
      if (!batch || (batch.first > this.#stream.next && !all)) break;
      await this.#stream.append(batch);
      this.#waiting.shift();
      this.#expected = this.#stream.next;
      this.#kept = Math.max(this.#kept, this.#stream.next - 1);
    }
    if (this.#fullSince !== undefined) {
      // While the page was told to pause it saw things that it did not tell.
      await this.#stream.appendGap(this.#clock.now());
      this.#fullSince = undefined;
      this.#lost = false;
    }
    this.#waitingSince =
      this.#waiting.length === 0 ? undefined : (this.#waitingSince ?? this.#clock.now());
  }

  #drop(): void {
    for (const { first, events } of this.#waiting)
      this.#kept = Math.max(this.#kept, first + events.length - 1);
    this.#lost ||= this.#waiting.length > 0;
    this.#waiting = [];
  }

  /** Whether everything that arrived is on the shelf. */
  get isComplete(): boolean {
    return this.#waiting.length === 0 && !this.#lost;
  }
}
