/** In what words a gap is told: why nothing is there, for how long, and whose it is. */

import { formatDuration } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { unreachable } from '#core/unreachable.ts';

export function describeGap(gap: Gap, tabs: readonly number[] = []): string {
  const length = formatDuration(gap.endsMs - gap.startsMs);
  const tab = gap.tab === undefined || tabs.length < 2 ? -1 : tabs.indexOf(gap.tab);
  const where = tab < 0 ? '' : ` in tab ${tab + 1}`;
  switch (gap.reason) {
    case 'idle':
      return `idle ${length}`;
    case 'clock-jump':
      return gap.removedMs === undefined
        ? 'clock jump'
        : `clock jump, ${formatDuration(gap.removedMs)} removed`;
    case 'missing-chunk':
      return `${gap.why === undefined ? 'recording missing' : 'not loaded'}${where}, ${length}`;
    case 'paused':
      return `paused by the contributor, ${length}`;
    case 'lost':
      return `recording cut off, ${length}`;
    case 'not-work':
      return `not work, ${length}`;
    default:
      return unreachable(gap.reason);
  }
}

/** The same in a word, where there is little room. */
export function gapWord(gap: Gap): string {
  switch (gap.reason) {
    case 'idle':
      return 'idle';
    case 'clock-jump':
      return gap.removedMs === undefined ? 'jump' : `${formatDuration(gap.removedMs)} removed`;
    case 'missing-chunk':
      return gap.why === undefined ? 'missing' : 'not loaded';
    case 'paused':
      return 'paused';
    case 'lost':
      return 'cut off';
    case 'not-work':
      return 'not work';
    default:
      return unreachable(gap.reason);
  }
}
