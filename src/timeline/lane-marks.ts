/** All that the lanes show of a track at a view, and what of it stands under a point. */

import type { Gap } from '#core/track.ts';
import { layoutActions, type ActionMark } from './action-marks.ts';
import { layoutActivity, type ActivityBar } from './activity-bars.ts';
import type { MeasureText } from './clip-text.ts';
import { layoutGaps, type GapMark } from './gap-marks.ts';
import { layoutHeld, type HeldMark } from './held-marks.ts';
import { layoutKeys, type KeyMark } from './key-marks.ts';
import { lowerBound } from './lower-bound.ts';
import { layoutPages, type PageMark } from './page-marks.ts';
import type { View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

/** From top to bottom. */
export const lanes = ['ruler', 'pages', 'activity', 'keys', 'pointer', 'actions', 'tasks'] as const;
export type Lane = (typeof lanes)[number];

export type Mark = PageMark | ActivityBar | KeyMark | HeldMark | ActionMark | GapMark;

/** Each list goes from left to right, and none of its marks lies over another. */
export interface LaneMarks {
  /** Of several tabs each has its own row. */
  readonly pages: readonly PageMark[];
  readonly activity: readonly ActivityBar[];
  readonly keys: readonly KeyMark[];
  /** In the Keys lane, under the keys. */
  readonly held: readonly HeldMark[];
  readonly pointer: readonly ActionMark[];
  readonly actions: readonly ActionMark[];
  /** Stretches, then jumps. */
  readonly gaps: readonly GapMark[];
}

/** How wide a text is in each of the two faces the lanes are written in. */
export interface Measures {
  readonly sans: MeasureText;
  readonly mono: MeasureText;
}

const slackPx = 4;

/** `extraGaps` showed only as the recording was played, like a chunk that would not come. */
export function layoutLanes(
  index: TrackIndex,
  view: View,
  measures: Measures,
  extraGaps: readonly Gap[] = [],
): LaneMarks {
  return {
    pages: layoutPages(index, view, measures.mono),
    activity: layoutActivity(index, view),
    keys: layoutKeys(index, view, measures),
    held: layoutHeld(index, view),
    pointer: layoutActions(index.pointer, view, measures.sans),
    actions: layoutActions(index.actions, view, measures.sans),
    gaps: layoutGaps(index, view, measures.sans, extraGaps),
  };
}

/** The mark of `lane` at or nearest to `x`; a gap where there is no other. `row` is a tab of the
 * Pages lane, or in the Keys lane 1 for what is held under the keys. */
export function markAt(marks: LaneMarks, lane: Lane, x: number, row = 0): Mark | undefined {
  const own: readonly Mark[] =
    lane === 'pages'
      ? marks.pages.filter((mark) => mark.row === row)
      : lane === 'keys'
        ? row === 1
          ? marks.held
          : marks.keys
        : lane === 'activity' || lane === 'pointer' || lane === 'actions'
          ? marks[lane]
          : [];
  return nearest(own, x) ?? jumpAt(marks.gaps, x);
}

/** The marks never overlap: of two as near the one that holds the point, else the earlier. */
function nearest<T extends Mark>(marks: readonly T[], x: number): T | undefined {
  const after = lowerBound(marks.length, (at) => marks[at]!.x, x + 1e-6);
  const candidates = [marks[after - 1], marks[after]].filter((mark) => mark !== undefined);
  let best: T | undefined;
  let bestPx = slackPx;
  for (const mark of candidates) {
    const away = Math.max(0, mark.x - x, x - mark.endX);
    if (away > bestPx || (best && away === bestPx)) continue;
    best = mark;
    bestPx = away;
  }
  return best;
}

function jumpAt(gaps: readonly GapMark[], x: number): GapMark | undefined {
  const isJump = ({ gap }: GapMark) => gap.endsMs <= gap.startsMs;
  return (
    nearest(gaps.filter(isJump), x) ??
    nearest(
      gaps.filter((mark) => !isJump(mark)),
      x,
    )
  );
}
