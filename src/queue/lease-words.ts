/** What is told of a lease that is not simply held. */
import { unreachable } from '#core/unreachable.ts';
import type { LeaseState } from './lease.svelte.ts';
import { clockTime } from './times-told.ts';

interface LeaseWords {
  readonly short: string;
  readonly why: string;
}

const kept = 'What you labeled is saved, and you can go on.';

export function leaseWords(state: LeaseState): LeaseWords | undefined {
  switch (state.kind) {
    case 'held':
      return undefined;
    case 'idle':
      return {
        short: `Given back at ${clockTime(state.until)} unless you go on`,
        why: `Nothing was done here for ten minutes. Any key or move keeps the session. ${kept}`,
      };
    case 'lapsed':
      return {
        short: `Given back at ${clockTime(state.since)}; go on to have it again`,
        why: `The queue may give it to someone else now. ${kept}`,
      };
    case 'taken':
      return {
        short:
          state.until === undefined
            ? 'Someone else has it now; your work is kept'
            : `Someone else has it until ${clockTime(state.until)}; your work is kept`,
        why: `It was given back while nothing was done here, and the queue gave it to another annotator. ${kept}`,
      };
    case 'ended':
      return { short: state.sentence, why: 'It can’t be labeled any more.' };
    default:
      return unreachable(state);
  }
}
