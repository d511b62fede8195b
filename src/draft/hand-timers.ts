import type { Timers } from './autosave.ts';

/** Timers for tests: nothing runs until it is fired by hand. */
export interface HandTimers extends Timers {
  /** The delays of what waits, in order. */
  readonly waiting: readonly number[];
  /** Runs all that waits now, and lets what follows from it settle. */
  fire(): Promise<void>;
}

export function handTimers(): HandTimers {
  let waiting: { run: () => void; delayMs: number }[] = [];
  return {
    get waiting() {
      return waiting.map(({ delayMs }) => delayMs);
    },
    set(run, delayMs) {
      const timer = { run, delayMs };
      waiting.push(timer);
      return timer;
    },
    clear(timer) {
      waiting = waiting.filter((each) => each !== timer);
    },
    async fire() {
      const due = waiting;
      waiting = [];
      for (const { run } of due) run();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    },
  };
}
