import { ms } from './time.ts';
import { activityBinMs, idleMs, type Gap, type Track } from './track.ts';

/**
 * Gaps of all tabs on one axis: what several tabs tell of is one gap, and where one tab rests while
 * another is used there is none.
 */
export function joinGaps(
  gaps: readonly Gap[],
  activity: Pick<Track, 'activityFromMs' | 'activity'>,
): Gap[] {
  const joined: Gap[] = [];
  const lastOf = new Map<Gap['reason'], number>();
  const all = gaps.flatMap((gap) => (gap.reason === 'idle' ? restsIn(gap, activity) : [gap]));
  for (const gap of all.sort((a, b) => a.startsMs - b.startsMs)) {
    const at = lastOf.get(gap.reason);
    const last = at === undefined ? undefined : joined[at];
    if (at !== undefined && last !== undefined && gap.startsMs < last.endsMs)
      joined[at] = { ...last, endsMs: ms(Math.max(last.endsMs, gap.endsMs)) };
    else {
      lastOf.set(gap.reason, joined.length);
      joined.push(gap);
    }
  }
  return joined;
}

/** The parts of an idle stretch in which no tab told anything. */
function restsIn(
  gap: Gap,
  { activityFromMs, activity }: Pick<Track, 'activityFromMs' | 'activity'>,
): Gap[] {
  const base = activityFromMs / activityBinMs;
  const first = Math.floor(gap.startsMs / activityBinMs) + 1;
  const end = Math.floor((gap.endsMs - 1) / activityBinMs);
  const rests: Gap[] = [];
  let { startsMs } = gap;
  for (let bin = first; bin < end; bin += 1) {
    if ((activity[bin - base] ?? 0) === 0) continue;
    rests.push({ ...gap, startsMs, endsMs: ms(bin * activityBinMs) });
    startsMs = ms((bin + 1) * activityBinMs);
  }
  rests.push({ ...gap, startsMs, endsMs: gap.endsMs });
  return rests.length === 1 ? rests : rests.filter((rest) => rest.endsMs - rest.startsMs > idleMs);
}
