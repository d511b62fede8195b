/** Stretches joined for drawing: those that touch, or lie closer than the eye can part, are one. */

import type { Span } from '#core/time.ts';
import { timeToX, type View } from './time-scale.ts';

export interface Run {
  readonly x: number;
  readonly width: number;
}

const closePx = 1;

export function loadedRuns(spans: readonly Span[], view: View): readonly Run[] {
  const runs: { x: number; endX: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.startsMs - b.startsMs)) {
    const x = Math.max(0, timeToX(view, span.startsMs));
    const endX = Math.min(view.widthPx, timeToX(view, span.endsMs));
    if (endX <= x) continue;
    const last = runs.at(-1);
    if (last && x - last.endX <= closePx) last.endX = Math.max(last.endX, endX);
    else runs.push({ x, endX });
  }
  return runs.map(({ x, endX }) => ({ x, width: Math.max(1, endX - x) }));
}
