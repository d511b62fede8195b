/** Something fetched: on its way, here, or failed with a reason; fetched again on demand. */
import { failureOf, type Failure } from '#data/failure.ts';

export type LoadState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

export class Loaded<T> {
  #state = $state.raw<LoadState<T>>({ kind: 'loading' });
  #turn = 0;
  readonly #load: () => Promise<T>;

  constructor(load: () => Promise<T>) {
    this.#load = load;
    void this.refresh();
  }

  get state(): LoadState<T> {
    return this.#state;
  }

  get value(): T | undefined {
    return this.#state.kind === 'ready' ? this.#state.value : undefined;
  }

  /** Starts over, and shows so. */
  reload(): Promise<void> {
    this.#state = { kind: 'loading' };
    return this.refresh();
  }

  /** Fetches again while what is here stays on screen. */
  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const value = await this.#load();
      if (turn === this.#turn) this.#state = { kind: 'ready', value };
    } catch (error) {
      if (turn === this.#turn) this.#state = { kind: 'failed', failure: failureOf(error) };
    }
  }
}
