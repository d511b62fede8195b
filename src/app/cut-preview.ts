/** How much of a session a preview loads: one tab, from the last page known before a time, a few
 * minutes or megabytes on. */
import type { ChunkRef } from '#core/session.ts';
import { ms, type Ms } from '#core/time.ts';

/** After the wanted time. */
const mostMs = 5 * 60_000;
/** As stored, gzipped. */
const mostBytes = 2_000_000;

export interface PreviewCut {
  readonly tab: number;
  /** In order and without a hole. The first begins with a page, or has a keyframe. */
  readonly chunks: readonly ChunkRef[];
  readonly untilMs: Ms;
  /** Nothing of the tab comes after. */
  readonly isToEnd: boolean;
  /** What comes next is blank. */
  readonly isToBlank?: true;
}

/** Undefined where nothing was stored. The first chunk comes however large it is. */
export function cutPreview(all: readonly ChunkRef[], at: Ms): PreviewCut | undefined {
  const begun = all.filter(({ startsMs }) => startsMs <= at);
  const last = (begun.length > 0 ? begun : all).reduce<ChunkRef | undefined>(
    (best, each) => (best === undefined || isLater(each, best, begun.length > 0) ? each : best),
    undefined,
  );
  if (last === undefined) return undefined;
  const tab = all.filter((each) => each.tab === last.tab).sort((a, b) => a.seq - b.seq);
  let from = tab.indexOf(last);
  while (from > 0 && tab[from]?.keyframe === undefined && follows(tab[from - 1], tab[from]))
    from -= 1;
  const chunks: ChunkRef[] = [];
  let bytes = 0;
  for (const each of tab.slice(from)) {
    const before = chunks.at(-1);
    if (before !== undefined && !follows(before, each)) break;
    const isNeeded = each.startsMs <= at;
    if (chunks.length > 0 && (bytes + each.bytes > mostBytes || each.startsMs > at + mostMs))
      if (!isNeeded || bytes + each.bytes > 4 * mostBytes) break;
    chunks.push(each);
    bytes += each.bytes;
  }
  const end = chunks.at(-1) as ChunkRef;
  const isToEnd = end === tab.at(-1);
  const untilMs = isToEnd ? end.endsMs : ms(Math.min(end.endsMs, Math.max(at, 0) + mostMs));
  return { tab: last.tab, chunks, untilMs, isToEnd };
}

const isLater = (a: ChunkRef, b: ChunkRef, latest: boolean): boolean =>
  latest ? a.startsMs > b.startsMs : a.startsMs < b.startsMs;

const follows = (before: ChunkRef | undefined, after: ChunkRef | undefined): boolean =>
  before !== undefined && after !== undefined && after.seq === before.seq + 1;
