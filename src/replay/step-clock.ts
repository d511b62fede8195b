/** Where the clock stands some real time after it stood somewhere. Pure, so that the same time passed
 * in one frame or in a thousand comes to the same place. */

import type { Ms, Span } from '#core/time.ts';
import { ms } from '#core/time.ts';
import { crossingFrom, type Crossing } from './crossings.ts';

export interface ClockRules {
  readonly durationMs: Ms;
  /** As `planCrossings` gives them. */
  readonly crossings: readonly Crossing[];
  readonly speed: number;
  readonly loop: Span | undefined;
}

export interface ClockStep {
  readonly at: Ms;
  /** The place changed otherwise than by running; what was left of the real time is dropped, since
   * the screen must follow first. */
  readonly jumped: boolean;
  readonly ended: boolean;
}

/** Running through a stretch takes this long at least, however short, and at most, however long: long
 * enough to read what happens, and to stop it. */
const quickestRushMs = 500;
const slowestRushMs = 2000;

/** Real time that a rush through `lengthMs` takes: half a second more for each tenfold. */
function rushTakesMs(lengthMs: number): number {
  const takes = 500 * Math.log10(Math.max(1, lengthMs / 1000));
  return Math.min(slowestRushMs, Math.max(quickestRushMs, takes));
}

export function stepClock(from: Ms, elapsedMs: number, rules: ClockRules): ClockStep {
  const { durationMs, crossings, speed } = rules;
  const loop = rules.loop && from < rules.loop.endsMs ? rules.loop : undefined;
  const end = Math.min(loop?.endsMs ?? durationMs, durationMs);
  const turn: ClockStep = loop
    ? { at: loop.startsMs, jumped: true, ended: false }
    : { at: durationMs, jumped: false, ended: true };
  let at: number = from;
  let left = elapsedMs;
  for (let index = crossingFrom(crossings, from); ;) {
    const crossing = crossings[index];
    const inside = crossing !== undefined && at >= crossing.startsMs;
    if (inside && crossing.how === 'jump')
      return crossing.endsMs >= end ? turn : { at: crossing.endsMs, jumped: true, ended: false };
    const lengthMs = inside ? crossing.endsMs - crossing.startsMs : 0;
    const rate = inside ? Math.max(speed, lengthMs / rushTakesMs(lengthMs)) : speed;
    const to = Math.min(end, (inside ? crossing.endsMs : crossing?.startsMs) ?? end);
    if (at + left * rate < to) return { at: ms(at + left * rate), jumped: false, ended: false };
    left = Math.max(0, left - (to - at) / rate);
    at = to;
    if (at >= end) return turn;
    if (inside) index += 1;
  }
}
