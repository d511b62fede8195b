/** Where nothing was recorded, and in what words that is said. */

import { formatDuration } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { unreachable } from '#core/unreachable.ts';
import type { MeasureText } from './clip-text.ts';
import { walk } from './mark-walk.ts';
import type { View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

export interface GapMark {
  readonly kind: 'gap';
  readonly gap: Gap;
  readonly x: number;
  readonly endX: number;
  readonly textX: number;
  readonly text: string;
}

const paddingPx = 12;

export function layoutGaps(
  { gaps }: Pick<TrackIndex, 'gaps'>,
  view: View,
  measure: MeasureText,
): readonly GapMark[] {
  return walk(gaps, view)
    .filter(({ endX }) => endX >= 0)
    .map(({ item: gap, x, endX, nextX }) => {
      const words = describeGap(gap);
      const width = measure(words);
      const seenFrom = Math.max(0, x);
      const seenTo = Math.min(view.widthPx, endX);
      // A jump has no length of its own: its words stand beside it.
      const instant = gap.reason === 'clock-jump' && endX - x < width;
      const room = instant ? Math.min(view.widthPx, nextX) - x : seenTo - seenFrom;
      const fits = room >= width + 2 * paddingPx;
      return {
        kind: 'gap',
        gap,
        x,
        endX: Math.max(endX, x + 2),
        textX: instant ? x + paddingPx : (seenFrom + seenTo - width) / 2,
        text: fits ? words : '',
      };
    });
}

export function describeGap(gap: Gap): string {
  const length = formatDuration(gap.endsMs - gap.startsMs);
  switch (gap.reason) {
    case 'idle':
      return `idle ${length}`;
    case 'clock-jump':
      return gap.removedMs === undefined
        ? 'clock jump'
        : `clock jump, ${formatDuration(gap.removedMs)} removed`;
    case 'missing-chunk':
      return `recording missing, ${length}`;
    case 'paused':
      return `paused by the contributor, ${length}`;
    case 'lost':
      return `recording cut off, ${length}`;
    default:
      return unreachable(gap.reason);
  }
}
