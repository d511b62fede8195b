import type { FromKeeper, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';
import type { FaultyProcess } from './faulty-process.ts';
import type { Seeded } from './seeded.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface LineTrouble {
  readonly twice: number;
  readonly late: number;
  readonly never: number;
}

type Hear<T> = (message: T) => void;

/** A line between a page and a keeper's process that now and then says things twice, late or never.
 * Only events suffer; a page that goes away still delivers what it sent. */
export function faultyLine(
  clock: VirtualClock,
  seeded: Seeded,
  trouble: LineTrouble,
  processes: { readonly page: FaultyProcess; readonly keeper: FaultyProcess },
): { readonly near: Line<ToKeeper, FromKeeper>; readonly far: Line<FromKeeper, ToKeeper> } {
  let hearNear: Hear<FromKeeper> = () => undefined;
  let hearFar: Hear<ToKeeper> = () => undefined;
  let lastAt = 0;
  const carry = (to: FaultyProcess, delay: number, run: () => void) =>
    void to.clock.after(delay, run);
  const near: Line<ToKeeper, FromKeeper> = {
    send(message) {
      if (!processes.page.isAlive) return;
      const isEvents = message.kind === 'events';
      if (isEvents && message.first > 0 && seeded.happens(trouble.never)) return;
      lastAt = Math.max(lastAt, clock.elapsed + 1);
      const delay = lastAt - clock.elapsed;
      const late = isEvents && seeded.happens(trouble.late) ? seeded.between(10, 900) : 0;
      carry(processes.keeper, delay + late, () => hearFar(message));
      if (isEvents && seeded.happens(trouble.twice))
        carry(processes.keeper, delay + seeded.between(0, 500), () => hearFar(message));
    },
    listen: (hear) => void (hearNear = hear),
    close: () => void (hearNear = () => undefined),
  };
  const far: Line<FromKeeper, ToKeeper> = {
    send: (message) => carry(processes.page, 1, () => hearNear(message)),
    listen: (hear) => void (hearFar = hear),
    close: () => undefined,
  };
  return { near, far };
}
