import type { ObjectRef } from '#core/session.ts';
import { ms, type Ms } from '#core/time.ts';
import type { TabStrip } from './tab-strip.ts';

/** How far ahead chunks are fetched, in ms of real time; and the least in ms of the session. */
const leadMs = 20_000;
/** How much earlier those of other tabs are looked at, for their turn may come. */
const otherLeadMs = 10_000;

export interface Outlook {
  readonly strips: ReadonlyMap<number, TabStrip>;
  /** The tab in front, where the clock stands and how fast it runs; 0 when it stands. */
  readonly tab: number;
  readonly at: Ms;
  readonly speed: number;
  /** Where the pointer rests on the timeline. */
  readonly hover: Ms | undefined;
}

/** What may be needed soon, the likeliest first: along the play, under the pointer, other tabs, and
 * what lies right behind. */
export function fetchPlan({ strips, tab, at, speed, hover }: Outlook): readonly ObjectRef[] {
  const pace = Math.max(1, speed);
  const front = strips.get(tab);
  const others = [...strips.values()].filter((strip) => strip !== front);
  const plan = [
    ...(front ? ahead(front, at, leadMs * pace) : []),
    ...(hover === undefined ? [] : [...strips.values()].flatMap((strip) => entry(strip, hover))),
    ...others.flatMap((strip) => otherTab(strip, at, otherLeadMs * pace)),
    ...(front ? behind(front, at) : []),
  ];
  const seen = new Set<string>();
  return plan.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/** The chunk at `at`, the one after it, and all that begin within `leadMs`. */
function ahead(strip: TabStrip, at: Ms, lead: number): ObjectRef[] {
  const first = strip.slotAt(at);
  const refs: ObjectRef[] = [];
  for (let slot = first; slot < strip.slots.length; slot += 1) {
    if (slot > first + 1 && strip.startOf(slot) >= at + lead) break;
    const ref = strip.slots[slot]?.ref;
    if (ref !== undefined) refs.push(ref);
  }
  return refs;
}

/** What it takes to show `at`. */
function entry(strip: TabStrip, at: Ms): ObjectRef[] {
  const slot = strip.slots[strip.slotAt(at)];
  const ref = slot?.ref;
  if (ref === undefined || at < slot!.startsMs - otherLeadMs || at > slot!.endsMs + leadMs)
    return [];
  return [...(ref.keyframe ? [ref.keyframe, ...ref.keyframe.sheets] : []), ref];
}

function otherTab(strip: TabStrip, at: Ms, lead: number): ObjectRef[] {
  const first = strip.slots[0];
  const last = strip.slots.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first.startsMs >= at + lead || last.endsMs <= at) return [];
  return entry(strip, ms(Math.max(at, first.startsMs)));
}

/** For a step back. */
function behind(strip: TabStrip, at: Ms): ObjectRef[] {
  const slot = strip.slotAt(at);
  const start = strip.slots[slot]?.startsMs ?? ms(0);
  return start > 0 ? entry(strip, ms(Math.max(0, start - 1))) : [];
}
