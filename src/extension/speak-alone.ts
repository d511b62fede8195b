import type { Keeper } from '#delivery/keeper.ts';
import type { FromKeeper, ToKeeper } from '#delivery/keeper-messages.ts';

const patienceMs = 5000;

/** Says something to the keeper without a page; resolves once it was heard. */
export function speakAlone(keeper: Keeper, messages: readonly ToKeeper[]): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      visit.stop();
      resolve();
    };
    const timer = setTimeout(done, patienceMs);
    const last: FromKeeper['kind'][] = ['ended', 'refused', 'ask', 'paused', 'resumed'];
    const visit = keeper.serve({
      listen: (hear) => messages.forEach((message) => queueMicrotask(() => hear(message))),
      send: ({ kind }) => {
        if (last.includes(kind)) queueMicrotask(done);
      },
      close: () => undefined,
    });
  });
}
