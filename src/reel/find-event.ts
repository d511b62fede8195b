import type { Ms } from '#core/time.ts';
import { countBefore, type ChunkIndex } from './chunk-index.ts';
import type { TabStrip } from './tab-strip.ts';

/** `unread`: the chunk of this slot must be read first. */
export type FoundEvent =
  | { readonly kind: 'found'; readonly time: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unread'; readonly slot: number };

interface Chunks {
  readonly strip: TabStrip;
  readonly indexOf: (slot: number) => ChunkIndex | undefined;
  readonly isLost: (slot: number) => boolean;
}

/** The nearest event strictly before (-1) or after (1) the time `at` is since the session's start;
 * `time` is that in epoch milliseconds, as is what is found. Chunks that are lost are passed over. */
export function findEvent(
  { strip, indexOf, isLost }: Chunks,
  { at, time, direction }: { at: Ms; time: number; direction: 1 | -1 },
): FoundEvent {
  for (let slot = strip.slotAt(at); strip.slots[slot] !== undefined; slot += direction) {
    if (isLost(slot)) continue;
    const index = indexOf(slot);
    if (index === undefined) return { kind: 'unread', slot };
    const found = nearest(index, time, direction);
    if (found !== undefined) return { kind: 'found', time: found };
  }
  return { kind: 'none' };
}

function nearest(index: ChunkIndex, time: number, direction: 1 | -1): number | undefined {
  let place = countBefore(index, time);
  if (direction === -1) return index.times[place - 1];
  while (index.times[place] === time) place += 1;
  return index.times[place];
}
