import type { ChunkRef } from '#core/session.ts';
import { ms, type Span } from '#core/time.ts';
import type { TabStrip } from './tab-strip.ts';

/** The stretches that can be shown without the network, those that touch joined. */
export function spansAtHand(
  strips: ReadonlyMap<number, TabStrip>,
  isAtHand: (chunk: ChunkRef) => boolean,
): readonly Span[] {
  const spans = [...strips.values()]
    .flatMap(({ slots }) => slots.filter(({ ref }) => ref !== undefined && isAtHand(ref)))
    .sort((a, b) => a.startsMs - b.startsMs);
  const joined: Span[] = [];
  for (const { startsMs, endsMs } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && startsMs <= last.endsMs)
      joined[joined.length - 1] = { ...last, endsMs: ms(Math.max(last.endsMs, endsMs)) };
    else joined.push({ startsMs, endsMs });
  }
  return joined;
}
