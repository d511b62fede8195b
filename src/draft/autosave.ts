/** When to send: a moment after the first edit, at once when asked, later and later while offline.
 * One sending at a time. */

export interface Timers {
  set(run: () => void, delayMs: number): unknown;
  clear(timer: unknown): void;
}

export const pauseMs = 700;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

export class Autosave {
  readonly #send: () => Promise<'done' | 'retry'>;
  readonly #timers: Timers;
  #timer: unknown;
  #running: Promise<void> | undefined;
  #retries = 0;

  constructor(send: () => Promise<'done' | 'retry'>, timers: Timers) {
    this.#send = send;
    this.#timers = timers;
  }

  /** There is something new to send. A wait under way stands, so that a long drag is saved on the way. */
  soon(): void {
    if (this.#running === undefined && this.#timer === undefined) this.#wait(pauseMs);
  }

  /** Sends now, or waits for the sending under way. */
  now(): Promise<void> {
    this.#clear();
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
    return this.#running;
  }

  stop(): void {
    this.#clear();
  }

  async #run(): Promise<void> {
    if ((await this.#send()) === 'done') {
      this.#retries = 0;
      return;
    }
    this.#wait(Math.min(longestRetryMs, firstRetryMs * 2 ** this.#retries));
    this.#retries += 1;
  }

  #wait(delayMs: number): void {
    this.#clear();
    this.#timer = this.#timers.set(() => void this.now(), delayMs);
  }

  #clear(): void {
    if (this.#timer !== undefined) this.#timers.clear(this.#timer);
    this.#timer = undefined;
  }
}
