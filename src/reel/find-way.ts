import type { KeyframeRef } from '#core/session.ts';
import { ms } from '#core/time.ts';
import { endAfter, settle, type Known, type Settled } from './settle.ts';
import { isBefore, type Position } from './tab-strip.ts';

/** From where a page can be folded: the page that was folded last, one that was kept, a stored
 * keyframe, or recorded events that tell it whole. */
export type Start =
  | { readonly kind: 'cursor' | 'kept' | 'events'; readonly position: Position }
  | { readonly kind: 'keyframe'; readonly position: Position; readonly ref: KeyframeRef };

export interface Ground extends Known {
  readonly cursor: Position | undefined;
  /** Place of the last kept page in `slot`, at or before `index`. */
  readonly keptIn: (slot: number, index: number) => Position | undefined;
  /** What it takes to have the events of a slot, or a keyframe, in rough milliseconds. */
  readonly costOf: (slot: number) => number;
  readonly keyframeCost: (ref: KeyframeRef) => number;
  readonly isKeyframeLost: (ref: KeyframeRef) => boolean;
}

export type Way =
  | { readonly kind: 'go'; readonly start: Start; readonly end: Position; readonly time: number }
  /** These slots must be read first; the keyframe is where folding will begin then. */
  | {
      readonly kind: 'needs';
      readonly slots: readonly number[];
      readonly keyframe: KeyframeRef | undefined;
    }
  /** No page was told at any time. */
  | { readonly kind: 'nothing' };

/** Rough milliseconds to apply an event, and to build a page from a snapshot. */
const eventCost = 0.01;
const pageCost = 8;
/** A snapshot in the midst of a recording does not tell the focus and the fonts that came before it,
 * so what does may take this much longer. */
const forgetfulCost = 500;

/** The quickest way to the page as it was right before `time`, in epoch milliseconds. Nothing is
 * folded over a hole: behind it a page counts only once it was told whole. */
export function findWay(ground: Ground, time: number): Way {
  let slot = ground.strip.slotAt(sinceStart(ground, time));
  let until = time;
  for (;;) {
    while (slot >= 0 && ground.isLost(slot)) {
      slot -= 1;
      until = Infinity;
    }
    if (slot < 0) return firstPage(ground);
    const settled = settle(ground, slot, until);
    const walk = walkBack(ground, 'end' in settled ? settled.end : { slot, index: Infinity });
    const way = wayAlong(walk, settled);
    if (way !== undefined) return way;
    if (walk.lostAt === undefined) return firstPage(ground);
    slot = walk.lostAt;
  }
}

interface Walk {
  readonly start: Start | undefined;
  /** Not read yet, the last first. */
  readonly unread: readonly number[];
  /** The hole at which the walk ended. */
  readonly lostAt: number | undefined;
}

function wayAlong({ start, unread }: Walk, settled: Settled): Way | undefined {
  const between = unread.filter((slot) => slot >= (start?.position.slot ?? 0));
  const needs = 'needs' in settled ? [settled.needs, ...between] : between;
  if (needs.length > 0) {
    const keyframe = start?.kind === 'keyframe' ? start.ref : undefined;
    return { kind: 'needs', slots: [...new Set(needs)], keyframe };
  }
  if (start === undefined || !('end' in settled)) return undefined;
  return { kind: 'go', start, ...settled };
}

function walkBack(ground: Ground, end: Position): Walk {
  let best: Start | undefined;
  let bestCost = Infinity;
  let spent = 0;
  const unread: number[] = [];
  for (let slot = end.slot; slot >= 0; slot -= 1) {
    if (ground.isLost(slot)) return { start: best, unread, lostAt: slot };
    const count = slot === end.slot ? end.index : eventsIn(ground, slot);
    const have = ground.costOf(slot);
    for (const { start, cost } of startsIn(ground, slot, count)) {
      const events = (Math.min(count, eventsIn(ground, slot)) - start.position.index) * eventCost;
      if (spent + have + events + cost >= bestCost) continue;
      best = start;
      bestCost = spent + have + events + cost;
    }
    if (ground.indexOf(slot) === undefined) unread.push(slot);
    spent += have + Math.min(count, eventsIn(ground, slot)) * eventCost;
    // The first page of all forgets nothing, so it is read where that is worth it: what is found must
    // not hang on which chunk comes first.
    const isFirstUnread = slot === 0 && unread.at(-1) === 0;
    if (isFirstUnread && best?.kind === 'events' && spent + pageCost < bestCost)
      return { start: undefined, unread, lostAt: undefined };
    if (spent >= bestCost) return { start: best, unread, lostAt: undefined };
  }
  return { start: best, unread, lostAt: undefined };
}

/** All places in `slot` up to `count` events from its beginning, and what each takes. */
function startsIn(ground: Ground, slot: number, count: number): { start: Start; cost: number }[] {
  const starts: { start: Start; cost: number }[] = [];
  const { cursor } = ground;
  if (cursor !== undefined && cursor.slot === slot && cursor.index <= count)
    starts.push({ start: { kind: 'cursor', position: cursor }, cost: 0 });
  const kept = ground.keptIn(slot, count);
  if (kept !== undefined) starts.push({ start: { kind: 'kept', position: kept }, cost: pageCost });
  const snapshots = ground.indexOf(slot)?.snapshots ?? [];
  const firstSnapshot = snapshots[0]?.index;
  for (const { index, hasMeta } of snapshots) {
    if (index >= count) break;
    const position = hasMeta ? { slot, index } : openMetaBefore(ground, slot);
    const isFirst = slot === 0 && index === firstSnapshot;
    const cost = pageCost + (isFirst ? 0 : forgetfulCost);
    if (position !== undefined) starts.push({ start: { kind: 'events', position }, cost });
  }
  const ref = ground.strip.slots[slot]?.ref?.keyframe;
  if (ref !== undefined && !ground.isKeyframeLost(ref))
    starts.push({
      start: { kind: 'keyframe', position: { slot, index: 0 }, ref },
      cost: pageCost + ground.keyframeCost(ref),
    });
  return starts.filter(({ start }) => !isBefore({ slot, index: count }, start.position));
}

function openMetaBefore(ground: Ground, slot: number): Position | undefined {
  const open = slot > 0 ? ground.indexOf(slot - 1)?.openMeta : undefined;
  return open && !ground.isLost(slot - 1) ? { slot: slot - 1, index: open.index } : undefined;
}

function firstPage(ground: Ground): Way {
  for (const [slot, { ref }] of ground.strip.slots.entries()) {
    if (ground.isLost(slot)) continue;
    const keyframe = ref?.keyframe;
    const index = ground.indexOf(slot);
    if (index === undefined) return { kind: 'needs', slots: [slot], keyframe };
    const position = { slot, index: 0 };
    if (keyframe !== undefined && !ground.isKeyframeLost(keyframe)) {
      const time = index.times[0] ?? ground.startedAt + ground.strip.startOf(slot);
      return {
        kind: 'go',
        start: { kind: 'keyframe', position, ref: keyframe },
        end: position,
        time,
      };
    }
    const snapshot = index.snapshots[0];
    if (snapshot === undefined) continue;
    const settled = endAfter(ground, slot, snapshot.at);
    if ('needs' in settled) return { kind: 'needs', slots: [settled.needs], keyframe: undefined };
    const open = snapshot.hasMeta ? { slot, index: snapshot.index } : openMetaBefore(ground, slot);
    return { kind: 'go', start: { kind: 'events', position: open ?? position }, ...settled };
  }
  return { kind: 'nothing' };
}

const eventsIn = ({ strip, indexOf }: Ground, slot: number): number =>
  indexOf(slot)?.times.length ?? strip.slots[slot]?.ref?.events ?? 0;

const sinceStart = ({ startedAt }: Ground, time: number) => ms(time - startedAt);
