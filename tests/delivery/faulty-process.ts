/** What a keeper's process can suffer: it dies between any two steps, or stands still for a while;
 * what it asked of disk and network may have been done all the same. */
import { ApiFailure } from '#delivery/api-failure.ts';
import type { Clock } from '#delivery/clock.ts';
import type { DeliveryApi } from '#delivery/recorder-api.ts';
import type { Shelf, ShelfChange } from '#delivery/shelf.ts';
import type { Seeded } from './seeded.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface Weather {
  isOffline: boolean;
  /** How often a call fails, before or after the server acted. */
  errorRate: number;
}

export class FaultyProcess {
  readonly clock: Clock;
  #alive = true;
  #frozen: (() => void)[] | undefined;
  readonly #virtual: VirtualClock;
  readonly #seeded: Seeded;

  constructor(virtual: VirtualClock, seeded: Seeded) {
    this.#virtual = virtual;
    this.#seeded = seeded;
    const inner = virtual.of(() => this.#alive);
    this.clock = {
      now: () => inner.now(),
      after: (delay, run) => inner.after(delay, () => this.#whenAwake(run)),
    };
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  kill(): void {
    this.#alive = false;
  }

  freeze(): void {
    this.#frozen ??= [];
  }

  thaw(): void {
    const held = this.#frozen ?? [];
    this.#frozen = undefined;
    for (const run of held) run();
  }

  shelf(shelf: Shelf): Shelf {
    const { writes } = { writes: (changes: readonly ShelfChange[]) => shelf.write(changes) };
    return {
      read: (key) => this.#step(() => shelf.read(key)),
      keys: (prefix) => this.#step(() => shelf.keys(prefix)),
      write: (changes) => this.#step(() => writes(changes)),
      close: () => undefined,
    };
  }

  api(api: DeliveryApi, weather: Weather): DeliveryApi {
    const flaky =
      <A extends unknown[], T>(call: (...all: A) => Promise<T>) =>
      (...all: A): Promise<T> =>
        this.#step(async () => {
          await this.wait(this.#seeded.between(1, 400));
          if (weather.isOffline || this.#seeded.happens(weather.errorRate / 2))
            throw new ApiFailure('offline', 'Nobody answered.');
          const answer = await call(...all);
          if (this.#seeded.happens(weather.errorRate / 2))
            throw new ApiFailure('offline', 'The answer did not come.');
          return answer;
        });
    return {
      terms: flaky((site) => api.terms(site)),
      answer: flaky((...all) => api.answer(...all)),
      start: flaky((options) => api.start(options)),
      upload: flaky((...all) => api.upload(...all)),
      commit: flaky((...all) => api.commit(...all)),
      standing: flaky((of) => api.standing(of)),
      seal: flaky((...all) => api.seal(...all)),
      discard: flaky((of) => api.discard(of)),
      remove: flaky((paths) => api.remove(paths)),
      withdraw: flaky((token) => api.withdraw(token)),
    };
  }

  wait(duration: number): Promise<void> {
    return new Promise((resolve) => void this.#virtual.of(() => true).after(duration, resolve));
  }

  /** The outcome of a step reaches nobody in a process that died, and a frozen one only later. */
  #step<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#alive) return new Promise(() => undefined);
    return new Promise((resolve, reject) => {
      work().then(
        (value) => this.#whenAwake(() => resolve(value)),
        (error: unknown) => this.#whenAwake(() => reject(error as Error)),
      );
    });
  }

  #whenAwake(run: () => void): void {
    if (!this.#alive) return;
    if (this.#frozen) this.#frozen.push(run);
    else run();
  }
}
