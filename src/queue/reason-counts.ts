import type { Reason } from '#core/decline.ts';
import { reasonWords } from './decline-words.ts';

/** Each reason that was given with how many gave it, the most given first. */
export function reasonCounts(
  reasons: readonly Reason[],
): readonly { readonly words: string; readonly count: number }[] {
  const words = reasons.map(reasonWords);
  return [...new Set(words)]
    .map((each) => ({ words: each, count: words.filter((other) => other === each).length }))
    .sort((a, b) => b.count - a.count);
}
