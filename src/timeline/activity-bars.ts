/** The bars of the Activity lane: events per second, or per wider stretch from afar. */

import { ms, type Ms } from '#core/time.ts';
import { activityBinMs } from '#core/track.ts';
import { timeToX, type View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

export interface ActivityBar {
  readonly kind: 'activity';
  readonly startsMs: Ms;
  readonly endsMs: Ms;
  readonly x: number;
  readonly endX: number;
  /** 0 to 1, by its busiest second. */
  readonly height: number;
  readonly events: number;
  readonly busiest: number;
}

const narrowestPx = 3;

export function layoutActivity(
  index: Pick<TrackIndex, 'activityLevels' | 'activityFromMs' | 'busy'>,
  view: View,
): readonly ActivityBar[] {
  const { activityLevels, activityFromMs, busy } = index;
  const binPx = (activityBinMs / (view.endsMs - view.startsMs)) * view.widthPx;
  const octave = Math.max(0, Math.ceil(Math.log2(narrowestPx / binPx)));
  const { bins, events, busiest } = activityLevels[Math.min(octave, activityLevels.length - 1)]!;
  const barMs = bins * activityBinMs;
  const from = Math.max(0, Math.floor((view.startsMs - activityFromMs) / barMs));
  const to = Math.min(events.length, Math.ceil((view.endsMs - activityFromMs) / barMs));
  const bars: ActivityBar[] = [];
  for (let at = from; at < to; at += 1) {
    if (events[at] === 0) continue;
    const startsMs = activityFromMs + at * barMs;
    bars.push({
      kind: 'activity',
      startsMs: ms(startsMs),
      endsMs: ms(startsMs + barMs),
      x: timeToX(view, startsMs),
      endX: timeToX(view, startsMs + barMs),
      height: Math.min(1, Math.sqrt(busiest[at]! / busy)),
      events: events[at]!,
      busiest: busiest[at]!,
    });
  }
  return bars;
}
