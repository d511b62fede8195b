import type { Repair } from '#core/session.ts';
import { formatDuration } from '#core/time.ts';

/** How much of each kind of mending a recording needs. */
export interface RepairCounts {
  readonly moved: number;
  readonly duplicates: number;
  readonly tooEarly: number;
  readonly metasAdded: number;
  readonly metasTurned: number;
  jumps: number;
  jumpedMs: number;
}

/** The mending in words, one repair for each kind that happened. */
export function describeRepairs(counts: RepairCounts): Repair[] {
  const { moved, duplicates, tooEarly, metasAdded, metasTurned, jumps, jumpedMs } = counts;
  const all: Repair[] = [
    {
      kind: 'reordered',
      count: moved,
      sentence: `${events(moved)} stood after later ones and ${were(moved)} put in the order of time.`,
    },
    {
      kind: 'deduplicated',
      count: duplicates,
      sentence: `${events(duplicates)} ${were(duplicates)} there twice; one of each was kept.`,
    },
    {
      kind: 'dropped',
      count: tooEarly,
      sentence: `${events(tooEarly)} came before the first full snapshot, when there was no page to show ${tooEarly === 1 ? 'it' : 'them'} on, and ${were(tooEarly)} left out.`,
    },
    {
      kind: 'meta-added',
      count: metasAdded,
      sentence: `${metasAdded === 1 ? 'A full snapshot' : `${metasAdded} full snapshots`} had no Meta event before ${metasAdded === 1 ? 'it' : 'them'}. One was made from the address and viewport the recording tells elsewhere, or about:blank and 1280 × 720 where it tells none.`,
    },
    {
      kind: 'dropped',
      count: metasTurned,
      sentence: `${metasTurned === 1 ? 'A Meta event' : `${metasTurned} Meta events`} had no full snapshot after ${metasTurned === 1 ? 'it' : 'them'} and ${were(metasTurned)} kept as ${metasTurned === 1 ? 'a change' : 'changes'} of address.`,
    },
    {
      kind: 'clock-jump',
      count: jumps,
      sentence: `The clock jumped ${jumps === 1 ? 'once' : `${jumps} times`}; ${formatDuration(jumpedMs)} without any event ${were(1)} cut down to a second${jumps === 1 ? '' : ' each'}.`,
    },
  ];
  return all.filter(({ count }) => count > 0);
}

const events = (count: number) => `${count} ${count === 1 ? 'event' : 'events'}`;
const were = (count: number) => (count === 1 ? 'was' : 'were');
