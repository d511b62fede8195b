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

const steps: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12, 24].map((n) => n * hour),
];

const labelRoomPx = 88;
const tickRoomPx = 10;

export function timeToX(view: View, at: number): number {
  return ((at - view.startsMs) / (view.endsMs - view.startsMs)) * view.widthPx;
}

export function xToTime(view: View, x: number): Ms {
  return ms(view.startsMs + (x / view.widthPx) * (view.endsMs - view.startsMs));
}

/** Round times across the view: a labelled one at least every 88 px, small ones down to 10 px. */
export function rulerTicks(view: View): readonly Tick[] {
  const msPerPx = (view.endsMs - view.startsMs) / view.widthPx;
  const step = stepFor(msPerPx * labelRoomPx);
  const small = steps.find((each) => each >= msPerPx * tickRoomPx && step % each === 0) ?? step;
  const ticks: Tick[] = [];
  for (let index = Math.ceil(view.startsMs / small); index * small <= view.endsMs; index += 1) {
    const at = index * small;
    const x = timeToX(view, at);
    ticks.push(
      at % step === 0 ? { atMs: ms(at), x, label: labelOf(at, step) } : { atMs: ms(at), x },
    );
  }
  return ticks;
}

function stepFor(needed: number): number {
  const day = 24 * hour;
  return steps.find((each) => each >= needed) ?? Math.ceil(needed / day) * day;
}

function labelOf(at: number, step: number): string {
  const exact = formatTime(at);
  return step < second ? exact : exact.slice(0, -'.mmm'.length);
}
