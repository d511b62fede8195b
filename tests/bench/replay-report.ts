/** What the bench found, as tables for people and as ratios for machines. */
import { percentile } from './minute-of-work.ts';
import type { Judged } from './replay-judge.ts';
import type { BenchSession } from './replay-sessions.ts';
import type { Side, Visit } from './replay-visit.ts';

export interface Measured {
  readonly session: BenchSession;
  readonly judged: Judged;
  readonly visits: Readonly<Record<Side, readonly Visit[]>>;
  /** Why the player showed nothing of it: a browser reads no JSON of more than half a gigabyte. */
  readonly unable: string | undefined;
}

/** A screen that draws 60 times a second has missed one when this much went by. */
const droppedMs = 25;

const median = (numbers: readonly number[]) => percentile(numbers, 0.5);
const round = (number: number, digits = 2) => Number(number.toFixed(digits));
const share = (yes: readonly boolean[]) => yes.filter(Boolean).length / yes.length;

interface Figures {
  readonly firstFrameMs: number;
  readonly coldFirstFrameMs: number;
  readonly firstBytes: number;
  readonly seekP50Ms: number;
  readonly seekP95Ms: number;
  readonly backP50Ms: number;
  readonly backP95Ms: number;
  readonly onP50Ms: number;
  readonly exact: number;
  readonly exactDom: number;
  readonly heapBytes: number;
  readonly heapGrowth: number;
  readonly dropped: number;
}

function figuresOf(visits: readonly Visit[]): Figures {
  const all = <T>(pick: (visit: Visit) => readonly T[]) =>
    visits.flatMap((each) => [...pick(each)]);
  const mid = (pick: (visit: Visit) => number) => median(visits.map(pick));
  return {
    firstFrameMs: mid(({ firstFrameMs }) => firstFrameMs),
    coldFirstFrameMs: mid(({ coldFirstFrameMs }) => coldFirstFrameMs),
    firstBytes: mid(({ firstBytes }) => firstBytes),
    seekP50Ms: mid(({ randomMs }) => median(randomMs)),
    seekP95Ms: mid(({ randomMs }) => percentile(randomMs, 0.95)),
    backP50Ms: median(all(({ backMs }) => backMs)),
    backP95Ms: percentile(
      all(({ backMs }) => backMs),
      0.95,
    ),
    onP50Ms: median(all(({ onMs }) => onMs)),
    exact: share(all(({ exact }) => exact)),
    exactDom: share(all(({ exactDom }) => exactDom)),
    heapBytes: mid(({ heapBytes }) => heapBytes),
    heapGrowth: mid(({ heapGrowth }) => heapGrowth),
    dropped: share(all(({ frameMs }) => frameMs.map((each) => each > droppedMs))),
  };
}

function row(figures: Figures) {
  const percent = (value: number) => `${round(value * 100, 1)} %`;
  return {
    'first frame, ms': round(figures.firstFrameMs, 0),
    'first frame by address, ms': round(figures.coldFirstFrameMs, 0),
    'bytes before that, kB': round(figures.firstBytes / 1000, 0),
    'seek p50, ms': round(figures.seekP50Ms, 0),
    'seek p95, ms': round(figures.seekP95Ms, 0),
    '1 s back p50, ms': round(figures.backP50Ms, 0),
    '1 s back p95, ms': round(figures.backP95Ms, 0),
    '1 s on, ms': round(figures.onP50Ms, 0),
    exact: percent(figures.exact),
    'exact but for scrolls': percent(figures.exactDom),
    'heap after seeks, MB': round(figures.heapBytes / 1e6, 1),
    'heap, 2nd half ÷ 1st': round(figures.heapGrowth),
    'dropped at 4×': percent(figures.dropped),
  };
}

export function printTables(measured: readonly Measured[]): void {
  for (const { session, judged, visits, unable } of measured) {
    console.log(
      `\n${session.name}, ${session.events} events; one rebuild by a fresh replayer: ${round(judged.rebuildMs, 0)} ms`,
    );
    const known = (Object.entries(visits) as [Side, readonly Visit[]][]).filter(
      ([, each]) => each.length > 0,
    );
    const columns = known.map(([side, each]) => [side, row(figuresOf(each))] as const);
    const names = Object.keys(columns[0]![1]);
    console.table(
      Object.fromEntries(
        names.map((name) => [
          name,
          Object.fromEntries(
            columns.map(([side, cells]) => [side, cells[name as keyof typeof cells]]),
          ),
        ]),
      ),
    );
    if (unable) console.log(`The player could not open it: ${unable}`);
    for (const [side, each] of known) {
      const problems = new Set(each.flatMap((one) => one.problems));
      for (const problem of [...problems].slice(0, 5)) console.log(`${side} said: ${problem}`);
    }
  }
}

/** Player ÷ ours, at 1 h where nothing else is said. */
export function ratiosOf(measured: readonly Measured[]): Record<string, number> {
  const hour = measured.find(({ session }) => session.name === '1 h') ?? measured[0]!;
  const { ours, player } = {
    ours: figuresOf(hour.visits.ours),
    player: figuresOf(hour.visits.player),
  };
  const over = (pick: (figures: Figures) => number) => round(pick(player) / pick(ours));
  const firsts = measured.map(({ visits }) => figuresOf(visits.ours).firstFrameMs);
  const every = (side: Side, pick: (visit: Visit) => readonly boolean[]) =>
    round(share(measured.flatMap(({ visits }) => visits[side].flatMap(pick))), 3);
  return {
    firstFrameRatio: over(({ firstFrameMs }) => firstFrameMs),
    /** By its address, with nothing in the browser's cache. */
    coldFirstFrameRatio: over(({ coldFirstFrameMs }) => coldFirstFrameMs),
    seekP50Ratio: over(({ seekP50Ms }) => seekP50Ms),
    seekP95Ratio: over(({ seekP95Ms }) => seekP95Ms),
    seekBackRatio: over(({ backP50Ms }) => backP50Ms),
    seekOnRatio: over(({ onP50Ms }) => onP50Ms),
    bytesRatio: over(({ firstBytes }) => firstBytes),
    exactOurs: every('ours', ({ exact }) => exact),
    exactPlayer: every('player', ({ exact }) => exact),
    exactDomPlayer: every('player', ({ exactDom }) => exactDom),
    heapRatio: over(({ heapBytes }) => heapBytes),
    heapGrowthOurs: round(ours.heapGrowth),
    /** Longest session's first frame over the shortest's, ours: 1 is flat. */
    firstFrameFlatness: round(firsts.at(-1)! / firsts[0]!),
    /** Ours over one rebuild of a snapshot by a fresh replayer: anywhere, and where all is at hand. */
    rebuildRatio: round(ours.seekP95Ms / hour.judged.rebuildMs),
    rebuildRatioCached: round(ours.backP95Ms / hour.judged.rebuildMs),
    droppedOurs: round(ours.dropped, 3),
    droppedPlayer: round(player.dropped, 3),
  };
}
