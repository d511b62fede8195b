import type { Span } from '#core/time.ts';

export interface Found {
  readonly hits: number;
  readonly suggested: number;
  readonly labeled: number;
}

/** How many edges were found within `toleranceMs`: a start counts only for a start, an end only for an
 * end, and each at most once. */
export function findBoundaries(
  suggested: readonly Span[],
  labeled: readonly Span[],
  toleranceMs: number,
): Found {
  const edges = (spans: readonly Span[], edge: keyof Span) =>
    spans.map((span) => span[edge] as number).sort((a, b) => a - b);
  const hits = (['startsMs', 'endsMs'] as const).map((edge) =>
    matched(edges(suggested, edge), edges(labeled, edge), toleranceMs),
  );
  return {
    hits: hits[0]! + hits[1]!,
    suggested: 2 * suggested.length,
    labeled: 2 * labeled.length,
  };
}

/** In order of time the first within reach is the best to take. */
function matched(a: readonly number[], b: readonly number[], toleranceMs: number): number {
  let hits = 0;
  let at = 0;
  for (const each of a) {
    while (at < b.length && b[at]! < each - toleranceMs) at += 1;
    if (at >= b.length || b[at]! > each + toleranceMs) continue;
    hits += 1;
    at += 1;
  }
  return hits;
}

export const addUp = (all: readonly Found[]): Found => ({
  hits: all.reduce((sum, { hits }) => sum + hits, 0),
  suggested: all.reduce((sum, { suggested }) => sum + suggested, 0),
  labeled: all.reduce((sum, { labeled }) => sum + labeled, 0),
});

export const f1Of = ({ hits, suggested, labeled }: Found): number =>
  suggested + labeled === 0 ? 1 : (2 * hits) / (suggested + labeled);
