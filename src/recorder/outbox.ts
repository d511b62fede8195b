/** Numbers masked events, sends them in batches, and holds each until the keeper has it on disk. */
import type { EventBatch } from '#delivery/keeper-messages.ts';
import type { SessionId } from '#core/ids.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

interface OutboxOptions {
  readonly session: SessionId;
  readonly tab: number;
  /** The number the next event gets. */
  readonly next: number;
  readonly send: (batch: EventBatch) => void;
  /** The keeper has been silent for so long that holding on would eat the page's memory. */
  readonly giveUp: () => void;
}

const flushAfterMs = 250;
const flushAtEvents = 100;
// Counted in ticks, not by the clock: a laptop that slept for an hour has a keeper that slept too.
const tickMs = 5000;
const silentTicks = 6;
const maxHeldCharacters = 10_000_000;

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #ticker: ReturnType<typeof setInterval>;
  #first: number;
  #held: RecordedEvent[] = [];
  #sent = 0;
  #flushing: ReturnType<typeof setTimeout> | undefined;
  #ticksSilent = 0;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#first = options.next;
    this.#ticker = setInterval(() => this.#tick(), tickMs);
  }

  add(event: RecordedEvent): void {
    if (this.#closed) return;
    this.#held.push(event);
    if (this.#held.length - this.#sent >= flushAtEvents) this.flush();
    else this.#flushing ??= setTimeout(() => this.flush(), flushAfterMs);
  }

  flush(): void {
    clearTimeout(this.#flushing);
    this.#flushing = undefined;
    const events = this.#held.slice(this.#sent);
    if (events.length === 0) return;
    const first = this.#first + this.#sent;
    this.#sent = this.#held.length;
    this.#options.send({ ...this.#place(), first, events });
  }

  /** Lets go of everything up to and with number `through`. */
  kept(through: number): void {
    const done = Math.min(this.#sent, through - this.#first + 1);
    if (done <= 0) return;
    this.#held.splice(0, done);
    this.#first += done;
    this.#sent -= done;
    this.#ticksSilent = 0;
  }

  /** What the keeper has not said to have. */
  get unkept(): EventBatch | undefined {
    if (this.#held.length === 0) return undefined;
    return { ...this.#place(), first: this.#first, events: this.#held };
  }

  /** Stops timers; what is held stays readable. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#flushing);
    clearInterval(this.#ticker);
  }

  #place() {
    return { session: this.#options.session, tab: this.#options.tab };
  }

  #tick(): void {
    if (this.#sent === 0) return;
    this.#ticksSilent += 1;
    // Measuring costs as much as sending, so it is done only when something is wrong.
    const silent = this.#ticksSilent >= silentTicks;
    if (!silent && JSON.stringify(this.#held).length < maxHeldCharacters) return;
    this.close();
    this.#options.giveUp();
  }
}
