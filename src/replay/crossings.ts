/** Which stretches without anything to see are crossed otherwise than by playing them. */

import { contains, ms, overlaps, type Ms, type Span } from '#core/time.ts';
import type { Gap, PageVisit } from '#core/track.ts';
import { pageAt } from './page-at.ts';

/** Idle shorter than this is part of the work and plays as it was. */
const shortestIdleMs = 3000;

/** How much of a stretch plays as it was, on its way in and on its way out. */
const leadInMs = 250;
const leadOutMs = 500;

/** A stretch to get across. `jump`: at once, for no time passed in it. `rush`: run through quickly, so
 * that it is seen and can be stopped in. */
export interface Crossing extends Span {
  readonly how: 'jump' | 'rush';
  readonly gap: Gap;
}

/** Ascending, none overlapping another: where two meet, what is blank has it, else the first. `spared`
 * is played as it was, whatever lies there, but for what is blank. */
export function planCrossings(
  gaps: readonly Gap[],
  skipIdle: boolean,
  spared?: Span,
): readonly Crossing[] {
  const wanted = asideOfBlanks(gaps)
    .map((gap) => crossingOf(gap, skipIdle))
    .filter((each) => each !== undefined && (each.how === 'jump' || !spares(spared, each)))
    .sort((a, b) => a!.startsMs - b!.startsMs) as Crossing[];
  const planned: Crossing[] = [];
  let reached = ms(-Infinity);
  for (const each of wanted) {
    const startsMs = ms(Math.max(each.startsMs, reached));
    if (each.endsMs > startsMs) planned.push({ ...each, startsMs });
    reached = ms(Math.max(reached, each.endsMs));
  }
  return planned;
}

/** The crossing that holds `at`, or the next one after it. */
export function crossingFrom(crossings: readonly Crossing[], at: Ms): number {
  let low = 0;
  let high = crossings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (crossings[middle]!.endsMs <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function crossingAt(crossings: readonly Crossing[], at: Ms): Crossing | undefined {
  const crossing = crossings[crossingFrom(crossings, at)];
  return crossing && contains(crossing, at) ? crossing : undefined;
}

/** Of the stretches whose chunks can't be had, the parts in which their tab is the one in front. */
export function unseen(missing: readonly Gap[], pages: readonly PageVisit[]): readonly Gap[] {
  const turns = [...new Set(pages.flatMap((page) => [page.startsMs, page.endsMs]))].sort(
    (a, b) => a - b,
  );
  return missing.flatMap((gap) => {
    const within = turns.filter((at) => at > gap.startsMs && at < gap.endsMs);
    const edges = [gap.startsMs, ...within, gap.endsMs];
    const hidden = edges.slice(1).flatMap((endsMs, index): Gap[] => {
      const startsMs = edges[index]!;
      const front = pageAt(pages, startsMs);
      const isFront = gap.tab === undefined || front === undefined || front.tab === gap.tab;
      return isFront ? [{ ...gap, startsMs, endsMs }] : [];
    });
    return joinTouching(hidden);
  });
}

function crossingOf(gap: Gap, skipIdle: boolean): Crossing | undefined {
  if (gap.reason === 'clock-jump' || gap.reason === 'not-work')
    return { ...spanOf(gap), how: 'jump', gap };
  // Of a paused or lost stretch nothing is known, not even that time was spent on the work.
  const always = gap.reason === 'paused' || gap.reason === 'lost';
  if (!(always || skipIdle) || gap.endsMs - gap.startsMs <= shortestIdleMs) return undefined;
  return {
    startsMs: ms(gap.startsMs + leadInMs),
    endsMs: ms(gap.endsMs - leadOutMs),
    how: 'rush',
    gap,
  };
}

/** Nothing runs through a blank stretch, however short it is. */
function asideOfBlanks(gaps: readonly Gap[]): readonly Gap[] {
  const blanks = gaps.filter(({ reason }) => reason === 'not-work');
  if (blanks.length === 0) return gaps;
  const cut = (parts: readonly Gap[], blank: Gap) =>
    parts.flatMap((part) => {
      if (!overlaps(part, blank)) return [part];
      const before = { ...part, endsMs: blank.startsMs };
      const after = { ...part, startsMs: blank.endsMs };
      return [before, after].filter(({ startsMs, endsMs }) => endsMs > startsMs);
    });
  const others = gaps.filter(({ reason }) => reason !== 'not-work');
  return [...blanks, ...others.flatMap((gap) => blanks.reduce(cut, [gap] as readonly Gap[]))];
}

function spares(spared: Span | undefined, crossing: Crossing): boolean {
  return spared !== undefined && overlaps(spared, crossing);
}

function spanOf({ startsMs, endsMs }: Span): Span {
  return { startsMs, endsMs };
}

function joinTouching(gaps: readonly Gap[]): readonly Gap[] {
  const joined: Gap[] = [];
  for (const gap of gaps) {
    const last = joined.at(-1);
    if (last?.endsMs === gap.startsMs) joined[joined.length - 1] = { ...last, endsMs: gap.endsMs };
    else joined.push(gap);
  }
  return joined;
}
