import { columnKind, type EventColumns } from './event-columns.ts';
import { reorderWindowBytes, reorderWindowEvents } from './limits.ts';
import { refuseFile } from './refusal.ts';

export interface Order {
  /** The place of each event in the order of time; absent when that is the file's own. */
  readonly ranks?: Uint32Array;
  /** The event at each place. */
  readonly order?: Uint32Array;
  readonly moved: number;
}

/** Puts events in the order of their times, equal times as in the file; refuses what cannot be. */
export function planOrder(columns: EventColumns): Order {
  const { count, times } = columns;
  let moved = 0;
  let newest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const time = times[i] as number;
    if (time < newest) moved += 1;
    else newest = time;
  }
  if (moved === 0) return { moved };
  const order = new Uint32Array(count).map((_, i) => i);
  order.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
  const ranks = new Uint32Array(count);
  for (let rank = 0; rank < count; rank++) ranks[order[rank] as number] = rank;
  checkWindow(columns, ranks);
  checkStart(columns, ranks);
  return { ranks, order, moved };
}

/** While reading, events that came too soon wait in memory; they must not be too many. */
function checkWindow({ count, sizes }: EventColumns, ranks: Uint32Array): void {
  const waiting = new Map<number, number>();
  let bytes = 0;
  let next = 0;
  for (let i = 0; i < count; i++) {
    const size = sizes[i] as number;
    waiting.set(ranks[i] as number, size);
    bytes += size;
    for (let held = waiting.get(next); held !== undefined; held = waiting.get(next)) {
      waiting.delete(next++);
      bytes -= held;
    }
    if (waiting.size > reorderWindowEvents || bytes > reorderWindowBytes)
      throw refuseFile(
        `The events are out of order beyond repair: more than ${reorderWindowEvents.toLocaleString('en')} events or 64 MiB of them lie between where some stand and where they belong. Sort the events by timestamp and import again.`,
      );
  }
}

/** A clock set back puts what happened after the snapshot before it, where nothing can be replayed. */
function checkStart({ count, kinds }: EventColumns, ranks: Uint32Array): void {
  const first = kinds.indexOf(columnKind.snapshot);
  let firstRank = count;
  for (let i = 0; i < count; i++)
    if (kinds[i] === columnKind.snapshot) firstRank = Math.min(firstRank, ranks[i] as number);
  let after = 0;
  let stranded = 0;
  for (let i = first + 1; i < count; i++) {
    if (kinds[i] !== columnKind.incremental) continue;
    after += 1;
    if ((ranks[i] as number) < firstRank) stranded += 1;
  }
  if (stranded * 2 > after)
    throw refuseFile(
      `The events are out of order beyond repair: ${stranded} of the ${after} events that follow the first full snapshot carry an earlier time than it, so the clock was set back or the times are not to be trusted.`,
    );
}
