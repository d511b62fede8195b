/** Why a written time is not gone to. */

import { formatTime, type Ms } from '#core/time.ts';

/** `at` is what was read, undefined where it is no time; no sentence where one can go there. */
export function timeSentence(at: Ms | undefined, durationMs: Ms): string | undefined {
  if (at === undefined) return 'This is no time. Write one such as 1:02.5, 42 s or +5.';
  if (at < 0) return 'This is before the session starts.';
  return at > Math.ceil(durationMs) ? `The session ends at ${formatTime(durationMs)}.` : undefined;
}
