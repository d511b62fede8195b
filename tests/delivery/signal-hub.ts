import type { Signal, Signals } from '#delivery/signals.ts';
import type { FaultyProcess } from './faulty-process.ts';

/** A BroadcastChannel among processes that may be dead or frozen. */
export class SignalHub {
  readonly #ends = new Set<{ process: FaultyProcess; hear: (signal: Signal) => void }>();

  join(process: FaultyProcess): Signals {
    const end = { process, hear: (_: Signal): void => undefined };
    this.#ends.add(end);
    return {
      tell: (signal) => {
        for (const other of this.#ends)
          if (other !== end && process.isAlive)
            other.process.clock.after(1, () => other.hear(signal));
      },
      listen: (hear) => void (end.hear = hear),
      close: () => void this.#ends.delete(end),
      patienceMs: 250,
    };
  }
}
