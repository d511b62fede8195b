/** Time as a keeper sees it. */
export interface Clock {
  /** Epoch milliseconds, as wrong as the machine's clock is. */
  now(): number;
  after(delayMs: number, run: () => void): { stop(): void };
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return { stop: () => clearTimeout(timer) };
  },
};

/** Whether `at` is past, or so far ahead (`within`) that the clock must have been set back. */
export const isPast = (at: number, now: number, withinMs: number): boolean =>
  now >= at || at - now > withinMs;
