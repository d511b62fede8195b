import { isPast } from './clock.ts';

const firstMs = 1000;
const longestMs = 60_000;

/** When to try again: each failure doubles the wait, of which chance takes a part, so that many
 * clients don't come back together. */
export class Backoff {
  #failures = 0;
  #nextAt = 0;

  isDue(now: number): boolean {
    return isPast(this.#nextAt, now, longestMs);
  }

  /** In a row. */
  get failures(): number {
    return this.#failures;
  }

  failed(now: number, chance: number): void {
    const wait = Math.min(longestMs, firstMs * 2 ** this.#failures);
    this.#failures += 1;
    this.#nextAt = now + Math.max(100, wait * chance);
  }

  succeeded(): void {
    this.#failures = 0;
    this.#nextAt = 0;
  }

  /** The network may be back. */
  hurry(): void {
    this.#nextAt = 0;
  }
}
