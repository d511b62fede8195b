/** What is run through quickly, in words, and how to stop it. */

import { formatDuration } from '#core/time.ts';
import type { Gap } from '#core/track.ts';

const words: Readonly<Record<Gap['reason'], string>> = {
  idle: 'idle',
  'clock-jump': 'taken out',
  'missing-chunk': 'that could not be loaded',
  paused: 'in which recording was paused',
  lost: 'in which recording was cut off',
  'not-work': 'that is not work',
};

export function rushSentence(gap: Gap): string {
  return `Skipping ${formatDuration(gap.endsMs - gap.startsMs)} ${words[gap.reason]}. Any key stops.`;
}
