/** Something fetched: on its way, here, or failed with a reason; fetched again on demand. */
import { failureOf, type Failure } from '#data/failure.ts';

export type LoadState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

export class Loaded<T> {
  #state = $state.raw<LoadState<T>>({ kind: 'loading' });
  #isWhole = $state(false);
  #turn = 0;
  readonly #load: (arrive: (some: T) => void) => Promise<T>;

  /** `load` may call `arrive` with the part that is here while the rest is on its way. */
  constructor(load: (arrive: (some: T) => void) => Promise<T>) {
    this.#load = load;
    void this.refresh();
  }

  get state(): LoadState<T> {
    return this.#state;
  }

  get value(): T | undefined {
    return this.#state.kind === 'ready' ? this.#state.value : undefined;
  }

  /** False while only a part is here. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Starts over, and shows so. */
  reload(): Promise<void> {
    this.#isWhole = false;
    this.#state = { kind: 'loading' };
    return this.refresh();
  }

  /** Fetches again while what is here stays on screen. */
  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const value = await this.#load((some) => {
        if (turn === this.#turn && !this.#isWhole) this.#state = { kind: 'ready', value: some };
      });
      if (turn !== this.#turn) return;
      this.#state = { kind: 'ready', value };
      this.#isWhole = true;
    } catch (error) {
      if (turn === this.#turn) this.#state = { kind: 'failed', failure: failureOf(error) };
    }
  }
}
