import { formatDuration } from '#core/time.ts';

/** How long ago, told by the second while fresh. */
export function since(agoMs: number): string {
  if (agoMs < 1500) return 'just now';
  return agoMs < 86_400_000 ? `${formatDuration(agoMs)} ago` : 'before today';
}
