/** How long a person takes to press a key after they saw what it is about, measured by marks that come
 * at irregular times. */

import { fail, succeed, type OutcomeOf } from './outcome-of.ts';
import type { EpochMs } from './time.ts';

export interface ReactionLag {
  readonly lagMs: number;
  /** Absent where it was set and not measured. */
  readonly measuredAt?: EpochMs;
}

export const noLag: ReactionLag = { lagMs: 0 };

export const measuringMs = 10_000;
const longestLagMs = 1000;
/** Who presses sooner after a mark had begun to before it, and who presses later missed it. */
const [soonestMs, latestMs] = [120, 900];
const fewestAnswers = 5;
const mostStrays = 1;
const mostSpreadMs = 100;
/** Marks come no closer than an answer may take, and enough of them before the last can’t be answered. */
const [shortestWaitMs, longestWaitMs] = [1000, 1700];
const restMs = 1000;

/** When marks come, from the start of the measurement on, so that no rhythm can be followed. `random`
 * answers 0 to 1. */
export function planMarks(random: () => number): readonly number[] {
  const marks: number[] = [];
  for (let at = 0; ;) {
    at += Math.round(shortestWaitMs + random() * (longestWaitMs - shortestWaitMs));
    if (at > measuringMs - restMs) return marks;
    marks.push(at);
  }
}

/** The median of the time from each mark to the press that answers it, where the presses are plainly
 * answers: nobody who presses along without looking gets a lag. */
export function measureLag(
  marks: readonly number[],
  presses: readonly number[],
): OutcomeOf<number> {
  const answers = marks.flatMap((mark) => {
    const at = presses.find((press) => press >= mark + soonestMs && press <= mark + latestMs);
    return at === undefined ? [] : [at - mark];
  });
  const strays = presses.length - answers.length;
  const lagMs = median(answers);
  const spreadMs = median(answers.map((each) => Math.abs(each - lagMs)));
  if (answers.length < Math.max(fewestAnswers, (marks.length * 2) / 3))
    return unsteady(`${answers.length} of ${marks.length} jumps were answered in time.`);
  if (strays > mostStrays) return unsteady(`${strays} presses answered no jump.`);
  if (spreadMs > mostSpreadMs) return unsteady('some answers came far later than others.');
  return succeed(clampLag(lagMs));
}

const unsteady = (why: string): OutcomeOf<number> =>
  fail({ path: 'presses', sentence: `Not steady enough to go by: ${why}` });

function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

export const clampLag = (lagMs: number): number =>
  Math.round(Math.min(longestLagMs, Math.max(0, lagMs)));

/** As it is kept in the browser; what can’t be read is no lag. */
export function readLag(text: string | undefined): ReactionLag {
  const [lagMs, measuredAt] = (text ?? '').split(' ').map(Number);
  if (lagMs === undefined || !Number.isFinite(lagMs)) return noLag;
  return {
    lagMs: clampLag(lagMs),
    ...(measuredAt !== undefined &&
      Number.isFinite(measuredAt) && { measuredAt: measuredAt as EpochMs }),
  };
}

export const writeLag = ({ lagMs, measuredAt }: ReactionLag): string =>
  measuredAt === undefined ? `${lagMs}` : `${lagMs} ${measuredAt}`;
