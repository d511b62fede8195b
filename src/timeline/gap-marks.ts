/** Where nothing was recorded, drawn through all lanes. */

import { ms, type Ms } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import type { MeasureText } from './clip-text.ts';
import { describeGap, gapWord } from './gap-words.ts';
import type { GapPiece } from './layered-gaps.ts';
import { walk, type Stop } from './mark-walk.ts';
import { endOf, seamPx, strokePx } from './mark-widths.ts';
import type { View } from './time-scale.ts';
import { gapsWith, type TrackIndex } from './track-index.ts';

export interface GapMark {
  readonly kind: 'gap';
  /** The longest, where several are drawn as one. */
  readonly gap: Gap;
  readonly count: number;
  readonly startsMs: Ms;
  readonly endsMs: Ms;
  readonly words: string;
  readonly x: number;
  readonly endX: number;
  readonly textX: number;
  readonly text: string;
}

const paddingPx = 12;

/** Stretches first; then the jumps, which may lie in them. */
export function layoutGaps(
  index: Pick<TrackIndex, 'gaps' | 'tabs'>,
  view: View,
  measure: MeasureText,
  extra: readonly Gap[] = [],
): readonly GapMark[] {
  const { long, jumps } = gapsWith(index.gaps, extra);
  const stretches = walk(long, view).map((stop): GapMark => {
    const mark = markOf(stop, index.tabs);
    return withText(mark, Math.max(0, mark.x), Math.min(view.widthPx, mark.endX), measure, true);
  });
  const seams = walk(jumps, view).map((stop): GapMark => {
    const mark = markOf(stop, index.tabs);
    const within = stretches.some(({ x, endX }) => x < mark.endX && mark.x < endX);
    const next = stretches.find(({ x }) => x > mark.x)?.x ?? Infinity;
    const roomTo = within ? mark.endX : Math.min(view.widthPx, stop.nextX, next);
    return withText(mark, mark.endX, roomTo, measure, false);
  });
  return [...stretches, ...seams].filter(({ endX, x }) => endX >= 0 && x <= view.widthPx);
}

function markOf(stop: Stop<GapPiece>, tabs: readonly number[]): GapMark {
  const { item, last, from, to, x } = stop;
  const count = to - from;
  const { gap } = last.endsMs - last.startsMs > item.endsMs - item.startsMs ? last : item;
  return {
    kind: 'gap',
    gap,
    count,
    startsMs: count > 1 ? ms(stop.startsMs) : gap.startsMs,
    endsMs: count > 1 ? ms(stop.endsMs) : gap.endsMs,
    words: describeGap(gap, tabs),
    x,
    // One gap may begin where another ends: no seam between.
    endX: endOf(x, stop.endX, stop.nextX + seamPx, strokePx),
    textX: x,
    text: '',
  };
}

function withText(
  mark: GapMark,
  fromX: number,
  toX: number,
  measure: MeasureText,
  centred: boolean,
): GapMark {
  const room = toX - fromX - 2 * paddingPx;
  const text = [mark.words, gapWord(mark.gap)].find((each) => measure(each) <= room);
  if (text === undefined) return mark;
  const textX = centred ? (fromX + toX - measure(text)) / 2 : fromX + paddingPx;
  return { ...mark, text, textX };
}
