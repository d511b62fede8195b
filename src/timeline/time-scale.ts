/** Turns session time into pixels and back, and chooses the ticks of a ruler. */

import { formatTime, ms, type Ms, type Span } from '#core/time.ts';

/** A stretch of session time laid out over a width. */
export interface View extends Span {
  readonly widthPx: number;
}

export interface Tick {
  readonly atMs: Ms;
  readonly x: number;
  /** Absent on the small ticks between. */
  readonly label?: string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A time between two labelled ones; each labelled step parts evenly into some of these. */
const steps: readonly number[] = [
  ...[0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12, 24].map((n) => n * hour),
];

/** The widest label, `10:02:30.250`, and the space around it. */
const labelRoomPx = 92;
const tickRoomPx = 10;

export function timeToX(view: View, at: number): number {
  return ((at - view.startsMs) / (view.endsMs - view.startsMs)) * view.widthPx;
}

export function xToTime(view: View, x: number): Ms {
  return ms(view.startsMs + (x / view.widthPx) * (view.endsMs - view.startsMs));
}

/** Round times across the view: a labelled one at least every 92 px, small ones down to 10 px. Labels
 * read `h:mm h`, `m:ss` or `m:ss.mmm`, as fine as their step. */
export function rulerTicks(view: View): readonly Tick[] {
  const msPerPx = (view.endsMs - view.startsMs) / view.widthPx;
  const step = stepFor(msPerPx * labelRoomPx);
  const small = steps.find((each) => each >= msPerPx * tickRoomPx && parts(step, each)) ?? step;
  const perLabel = Math.round(step / small);
  const ticks: Tick[] = [];
  for (let index = Math.ceil(view.startsMs / small); index * small <= view.endsMs; index += 1) {
    // Counted in steps: tenths of a millisecond don't add up.
    const at = index % perLabel === 0 ? (index / perLabel) * step : index * small;
    const label = index % perLabel === 0 ? { label: labelOf(at, step) } : {};
    ticks.push({ atMs: ms(at), x: timeToX(view, at), ...label });
  }
  return ticks;
}

function parts(step: number, small: number): boolean {
  return Math.abs(step / small - Math.round(step / small)) < 1e-9;
}

/** Labels tell whole milliseconds, so no finer step has one. */
function stepFor(needed: number): number {
  return steps.find((each) => each >= 1 && each >= needed) ?? Math.ceil(needed / day) * day;
}

function labelOf(at: number, step: number): string {
  if (step >= 10 * minute) {
    const minutes = String(Math.floor(at / minute) % 60).padStart(2, '0');
    return `${Math.floor(at / hour)}:${minutes} h`;
  }
  const exact = formatTime(at);
  return step < second ? exact : exact.slice(0, -'.mmm'.length);
}
