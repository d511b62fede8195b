/** Something a person asked for: under way, done, or refused with a sentence. */
import { failureOf } from '#data/failure.ts';

export class Saving {
  #busy = $state(false);
  #error = $state<string>();

  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last try failed. */
  get error(): string | undefined {
    return this.#error;
  }

  /** Never throws. One at a time: while one is under way, another is not begun. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#error = undefined;
    try {
      await work();
    } catch (cause) {
      this.#error = failureOf(cause).message;
    } finally {
      this.#busy = false;
    }
  }
}
