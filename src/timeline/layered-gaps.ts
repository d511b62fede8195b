/** Gaps on one axis: where several lie over each other, the gravest is shown. */

import { ms, type Span } from '#core/time.ts';
import type { Gap } from '#core/track.ts';

/** A stretch in which one gap is shown; `gap` may reach further, under graver ones. A clock's jump
 * has no length, and cuts through whatever lies there. */
export interface GapPiece extends Span {
  readonly gap: Gap;
}

const gravity: readonly Gap['reason'][] = [
  'idle',
  'clock-jump',
  'missing-chunk',
  'paused',
  'lost',
  'not-work',
];

/** The gaps without length. */
export function findJumps(gaps: readonly Gap[]): readonly GapPiece[] {
  return gaps
    .filter(({ startsMs, endsMs }) => endsMs <= startsMs)
    .map((gap) => ({ gap, startsMs: gap.startsMs, endsMs: gap.startsMs }));
}

/** The gaps with a length, parted so that no two lie over each other. */
export function layerGaps(gaps: readonly Gap[]): readonly GapPiece[] {
  const pieces: GapPiece[] = [];
  const long = gaps.filter(({ startsMs, endsMs }) => endsMs > startsMs);
  const edges = [...new Set(long.flatMap(({ startsMs, endsMs }) => [startsMs, endsMs]))].sort(
    (a, b) => a - b,
  );
  const starting = [...long].sort((a, b) => a.startsMs - b.startsMs);
  let open: Gap[] = [];
  let next = 0;
  for (const [at, startsMs] of edges.entries()) {
    const endsMs = edges[at + 1];
    if (endsMs === undefined) break;
    open = open.filter((gap) => gap.endsMs > startsMs);
    while (starting[next] && starting[next]!.startsMs <= startsMs) open.push(starting[next++]!);
    const gap = gravest(open);
    const last = pieces.at(-1);
    if (gap === undefined) continue;
    if (last?.gap === gap && last.endsMs === startsMs)
      pieces[pieces.length - 1] = { ...last, endsMs: ms(endsMs) };
    else pieces.push({ gap, startsMs: ms(startsMs), endsMs: ms(endsMs) });
  }
  return pieces;
}

function gravest(gaps: readonly Gap[]): Gap | undefined {
  return gaps.reduce<Gap | undefined>(
    (worst, gap) =>
      worst && gravity.indexOf(worst.reason) >= gravity.indexOf(gap.reason) ? worst : gap,
    undefined,
  );
}
