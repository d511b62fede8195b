/** The bars of the Activity lane: events per second, or per wider stretch from afar. */

import { activityBinMs } from '#core/track.ts';
import { timeToX, type View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

export interface ActivityBar {
  readonly x: number;
  readonly width: number;
  /** 0 to 1. */
  readonly height: number;
}

const narrowestPx = 3;

export function layoutActivity(
  { activity, activityFromMs, busy }: Pick<TrackIndex, 'activity' | 'activityFromMs' | 'busy'>,
  view: View,
): readonly ActivityBar[] {
  const binPx = (activityBinMs / (view.endsMs - view.startsMs)) * view.widthPx;
  const binsPerBar = Math.max(1, Math.ceil(narrowestPx / binPx));
  const firstBin = Math.floor((view.startsMs - activityFromMs) / activityBinMs);
  const lastBin = Math.ceil((view.endsMs - activityFromMs) / activityBinMs);
  const bars: ActivityBar[] = [];
  const aligned = Math.floor(Math.max(0, firstBin) / binsPerBar) * binsPerBar;
  for (let bin = aligned; bin < Math.min(lastBin, activity.length); bin += binsPerBar) {
    let most = 0;
    for (let each = bin; each < Math.min(bin + binsPerBar, activity.length); each += 1)
      most = Math.max(most, activity[each]!);
    if (most === 0) continue;
    bars.push({
      x: timeToX(view, activityFromMs + bin * activityBinMs),
      width: binPx * binsPerBar,
      height: Math.min(1, Math.sqrt(most / busy)),
    });
  }
  return bars;
}
