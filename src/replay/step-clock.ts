import { contains, ms, type Ms, type Span } from '#core/time.ts';
import type { Gap } from '#core/track.ts';

/** Idle shorter than this is part of the work and plays as it was. */
export const shortestIdleMs = 3000;

/** How much of an idle stretch plays as it was, on its way in and on its way out. */
const idleLeadInMs = 250;
const idleLeadOutMs = 500;

/** However long an idle stretch is, running through it takes no longer than this. */
const idleRunMs = 600;

export interface ClockRules {
  readonly durationMs: Ms;
  readonly gaps: readonly Gap[];
  readonly speed: number;
  readonly skipIdle: boolean;
  readonly loop: Span | undefined;
}

export interface ClockStep {
  readonly at: Ms;
  /** The place changed otherwise than by running. */
  readonly jumped: boolean;
  readonly ended: boolean;
}

/** The stretch being run through quickly at `at`, if there is one. */
export function rushAt(at: Ms, rules: Pick<ClockRules, 'gaps' | 'skipIdle'>): Span | undefined {
  if (!rules.skipIdle) return undefined;
  const gap = rules.gaps.find(
    (each) =>
      each.reason !== 'clock-jump' &&
      each.endsMs - each.startsMs > shortestIdleMs &&
      contains(each, at),
  );
  if (gap === undefined) return undefined;
  const rush = {
    startsMs: ms(gap.startsMs + idleLeadInMs),
    endsMs: ms(gap.endsMs - idleLeadOutMs),
  };
  return contains(rush, at) ? rush : undefined;
}

/** Where the clock stands `elapsedMs` of real time later. */
export function stepClock(at: Ms, elapsedMs: number, rules: ClockRules): ClockStep {
  const jump = rules.gaps.find((gap) => gap.reason === 'clock-jump' && contains(gap, at));
  if (jump !== undefined && jump.endsMs < rules.durationMs)
    return { at: jump.endsMs, jumped: true, ended: false };

  const rush = rushAt(at, rules);
  const rate =
    rush === undefined
      ? rules.speed
      : Math.max(rules.speed, (rush.endsMs - rush.startsMs) / idleRunMs);
  const run = at + elapsedMs * rate;
  const next = ms(Math.min(run, rush?.endsMs ?? run, rules.durationMs));

  if (rules.loop !== undefined && at < rules.loop.endsMs && next >= rules.loop.endsMs)
    return { at: rules.loop.startsMs, jumped: true, ended: false };
  return { at: next, jumped: false, ended: next >= rules.durationMs };
}
