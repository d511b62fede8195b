/** Time that passes only when told, with a wall clock that can be set and a machine that can sleep. */
import type { Clock } from '#delivery/clock.ts';

interface Timer {
  readonly at: number;
  readonly run: () => void;
  readonly order: number;
}

export class VirtualClock {
  #elapsed = 0;
  #offset: number;
  #timers: Timer[] = [];
  #order = 0;

  constructor(startAt: number) {
    this.#offset = startAt;
  }

  get elapsed(): number {
    return this.#elapsed;
  }

  now(): number {
    return this.#offset + this.#elapsed;
  }

  /** Sets the wall clock forward or back; timers don't mind. */
  jump(by: number): void {
    this.#offset += by;
  }

  /** The clock of one process: `isAlive` false means its timers never fire. */
  of(isAlive: () => boolean): Clock {
    return {
      now: () => this.now(),
      after: (delay, run) => {
        const timer = {
          at: this.#elapsed + Math.max(0, delay),
          run: () => void (isAlive() && run()),
          order: this.#order++,
        };
        this.#timers.push(timer);
        return { stop: () => void (this.#timers = this.#timers.filter((each) => each !== timer)) };
      },
    };
  }

  /** Lets time pass, firing timers in their order and letting everything settle between them. */
  async pass(duration: number): Promise<void> {
    const until = this.#elapsed + duration;
    await settled();
    for (;;) {
      const next = this.#timers
        .filter(({ at }) => at <= until)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!next) break;
      this.#elapsed = next.at;
      const due = this.#timers.filter(({ at }) => at === next.at);
      this.#timers = this.#timers.filter(({ at }) => at !== next.at);
      for (const timer of due) timer.run();
      await settled();
    }
    this.#elapsed = until;
  }
}

/** All promises that can go on have gone on. */
export const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
