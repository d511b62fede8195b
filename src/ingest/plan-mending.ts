import { idleMs, type Gap } from '#core/track.ts';
import type { Repair } from '#core/session.ts';
import { epochMs, ms, type EpochMs, type Ms } from '#core/time.ts';
import { columnKind, type EventColumns } from './event-columns.ts';
import { planOrder } from './plan-order.ts';
import { refuseFile } from './refusal.ts';
import { describeRepairs, type RepairCounts } from './describe-repairs.ts';

export const fate = { keep: 0, drop: 1, addMeta: 2, asNavigation: 3 } as const;

/** A longer silence is a clock that jumped or a machine that slept: nothing to watch, so it is cut. */
export const clockJumpMs = 60 * 60 * 1000;
export const clockJumpLeavesMs = 1000;
const sparklineBins = 60;

/** What becomes of each event of the file, by its place among the readable ones. */
export interface MendingPlan {
  /** Place in the mended order; absent when the file's own order stands. */
  readonly ranks?: Uint32Array;
  readonly fates: Uint8Array;
  /** Epoch times after mending. */
  readonly times: Float64Array;
  /** True when the recording is stored exactly as it is. */
  readonly changesNothing: boolean;
  readonly events: number;
  readonly startedAt: EpochMs;
  readonly durationMs: Ms;
  readonly activity: readonly number[];
  readonly gaps: readonly Gap[];
  readonly repairs: readonly Repair[];
}

/** Decides how a recording is mended so that it replays, or throws why it cannot be. */
export function planMending(columns: EventColumns): MendingPlan {
  const { count, kinds } = columns;
  if (!kinds.includes(columnKind.snapshot))
    throw refuseFile(
      'The recording has no full snapshot, so no page can be shown. Record again, or export the recording from its beginning.',
    );
  const { ranks, order, moved } = planOrder(columns);
  const at = (rank: number): number => order?.[rank] ?? rank;
  const times = columns.times.slice();
  const fates = new Uint8Array(count);
  const counts: RepairCounts = {
    moved,
    duplicates: dropDuplicates(columns, at, fates),
    tooEarly: dropBeforeSnapshot(columns, at, fates),
    ...pairMetas(columns, at, fates),
    jumps: 0,
    jumpedMs: 0,
  };
  const kept: number[] = [];
  const gaps: Gap[] = [];
  let shift = 0;
  let startedAt = 0;
  let before = 0;
  for (let rank = 0; rank < count; rank++) {
    const i = at(rank);
    if (fates[i] === fate.drop) continue;
    let time = (times[i] ?? 0) - shift;
    if (kept.length === 0) startedAt = before = time;
    const silence = time - before;
    const jumps = silence > clockJumpMs;
    if (jumps) {
      shift += silence - clockJumpLeavesMs;
      time = before + clockJumpLeavesMs;
      counts.jumps += 1;
      counts.jumpedMs += silence - clockJumpLeavesMs;
    }
    if (jumps || silence > idleMs)
      gaps.push({
        startsMs: ms(Math.round(before - startedAt)),
        endsMs: ms(Math.round(time - startedAt)),
        reason: jumps ? 'clock-jump' : 'idle',
        ...(jumps && { removedMs: Math.round(silence - clockJumpLeavesMs) }),
      });
    times[i] = before = time;
    kept.push(time);
  }
  const durationMs = Math.max(1, Math.round(before - startedAt));
  const repairs = describeRepairs(counts);
  return {
    ...(ranks !== undefined && { ranks }),
    fates,
    times,
    changesNothing: repairs.length === 0,
    events: kept.length + counts.metasAdded,
    startedAt: epochMs(startedAt),
    durationMs: ms(durationMs),
    activity: countActivity(kept, startedAt, durationMs),
    gaps,
    repairs,
  };
}

type At = (rank: number) => number;

/** The same event twice in one millisecond is a batch that was sent twice. */
function dropDuplicates({ count, times, hashes }: EventColumns, at: At, fates: Uint8Array): number {
  let dropped = 0;
  let seen = new Set<number>();
  for (let rank = 1; rank < count; rank++) {
    const [i, last] = [at(rank), at(rank - 1)];
    if (times[i] !== times[last]) {
      if (seen.size > 0) seen = new Set();
      continue;
    }
    if (seen.size === 0) seen.add(hashes[last] as number);
    if (seen.has(hashes[i] as number)) {
      fates[i] = fate.drop;
      dropped += 1;
    } else seen.add(hashes[i] as number);
  }
  return dropped;
}

function dropBeforeSnapshot({ count, kinds }: EventColumns, at: At, fates: Uint8Array): number {
  let dropped = 0;
  for (let rank = 0; rank < count && kinds[at(rank)] !== columnKind.snapshot; rank++)
    if (kinds[at(rank)] === columnKind.incremental && fates[at(rank)] === fate.keep) {
      fates[at(rank)] = fate.drop;
      dropped += 1;
    }
  return dropped;
}

/** Each full snapshot needs a Meta before it, and a Meta without one makes rrweb seek into a void. */
function pairMetas({ count, kinds }: EventColumns, at: At, fates: Uint8Array) {
  let metasAdded = 0;
  let metasTurned = 0;
  let waiting: number | undefined;
  const turn = () => {
    if (waiting === undefined) return;
    fates[waiting] = fate.asNavigation;
    metasTurned += 1;
  };
  for (let rank = 0; rank < count; rank++) {
    const i = at(rank);
    if (fates[i] === fate.drop) continue;
    if (kinds[i] === columnKind.meta) {
      turn();
      waiting = i;
    } else if (kinds[i] === columnKind.snapshot) {
      if (waiting === undefined) {
        fates[i] = fate.addMeta;
        metasAdded += 1;
      }
      waiting = undefined;
    }
  }
  turn();
  return { metasAdded, metasTurned };
}

function countActivity(times: readonly number[], startedAt: number, durationMs: number): number[] {
  const bins = Math.min(sparklineBins, Math.max(1, Math.ceil(durationMs / 1000)));
  const activity = new Array<number>(bins).fill(0);
  for (const time of times) {
    const bin = Math.min(bins - 1, Math.floor(((time - startedAt) / durationMs) * bins));
    activity[bin] = (activity[bin] ?? 0) + 1;
  }
  return activity;
}
