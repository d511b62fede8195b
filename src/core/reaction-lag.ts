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
const fewestAnswers = 4;
/** Marks come no closer than an answer may take, and no later than the last can be answered. */
const [shortestWaitMs, longestWaitMs] = [1000, 1900];
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

/** The median of the time from each mark to the first press after it. What was pressed before any mark
 * or a second time counts for nothing. */
export function measureLag(
  marks: readonly number[],
  presses: readonly number[],
): OutcomeOf<number> {
  const lags = marks.flatMap((mark, index) => {
    const until = Math.min(mark + longestLagMs, marks[index + 1] ?? Infinity);
    const press = presses.find((at) => at >= mark && at < until);
    return press === undefined ? [] : [press - mark];
  });
  if (lags.length < Math.min(fewestAnswers, marks.length))
    return fail({
      path: 'presses',
      sentence: `Only ${lags.length} of ${marks.length} marks were answered in time. Try again, and press at each mark.`,
    });
  const sorted = lags.sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  return succeed(clampLag((low + high) / 2));
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
