/** All that the lanes show of a track at a view, and what of it stands under a point. */

import { layoutActions, type ActionMark } from './action-marks.ts';
import { layoutActivity, type ActivityBar } from './activity-bars.ts';
import type { MeasureText } from './clip-text.ts';
import { layoutGaps, type GapMark } from './gap-marks.ts';
import { layoutKeys, type KeyMark } from './key-marks.ts';
import { layoutPages, type PageMark } from './page-marks.ts';
import { layoutTextInputs, type TextInputMark } from './text-input-marks.ts';
import type { View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

/** From top to bottom. */
export const lanes = ['ruler', 'pages', 'activity', 'keys', 'actions', 'tasks'] as const;
export type Lane = (typeof lanes)[number];

export type Mark = PageMark | KeyMark | TextInputMark | ActionMark | GapMark;

export interface LaneMarks {
  readonly pages: readonly PageMark[];
  readonly activity: readonly ActivityBar[];
  readonly keys: readonly KeyMark[];
  /** In the Keys lane, above the keys. */
  readonly textInputs: readonly TextInputMark[];
  readonly actions: readonly ActionMark[];
  readonly gaps: readonly GapMark[];
}

/** How wide a text is in each of the two faces the lanes are written in. */
export interface Measures {
  readonly sans: MeasureText;
  readonly mono: MeasureText;
}

const slackPx = 4;

export function layoutLanes(index: TrackIndex, view: View, measures: Measures): LaneMarks {
  return {
    pages: layoutPages(index, view, measures.mono),
    activity: layoutActivity(index, view),
    keys: layoutKeys(index, view, measures.mono),
    textInputs: layoutTextInputs(index, view, measures.sans),
    actions: layoutActions(index, view, measures.sans),
    gaps: layoutGaps(index, view, measures.sans),
  };
}

/** The mark of `lane` under or nearest to `x`; a gap where there is no other. `row` picks a tab. */
export function markAt(marks: LaneMarks, lane: Lane, x: number, row = 0): Mark | undefined {
  const own: readonly Mark[] =
    lane === 'pages'
      ? marks.pages.filter((mark) => mark.row === row)
      : lane === 'keys'
        ? [...marks.keys, ...marks.textInputs]
        : lane === 'actions'
          ? marks.actions
          : [];
  return nearest(own, x, slackPx) ?? nearest(marks.gaps, x, slackPx);
}

/** Of several under the point the one that starts last, which is the one drawn on top. */
function nearest(marks: readonly Mark[], x: number, slack: number): Mark | undefined {
  let best: Mark | undefined;
  let bestPx = slack;
  for (const mark of marks) {
    const from = mark.kind === 'action' && mark.look === 'mark' ? mark.iconX - 8 : mark.x;
    const away = Math.max(0, from - x, x - mark.endX);
    if (away <= bestPx) {
      best = mark;
      bestPx = away;
    }
  }
  return best;
}
