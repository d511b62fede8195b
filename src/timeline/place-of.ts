/** Where something happened, in words a person knows: the field and the page. */

import { lowerBound } from './lower-bound.ts';
import { readableAddress } from './page-marks.ts';
import type { TrackIndex } from './track-index.ts';

/** In tab `tab`; the first where it is not said. */
export interface Place {
  readonly atMs: number;
  readonly tab?: number;
  /** rrweb node id of the field. */
  readonly node?: number;
}

const longest = 48;

/** `“Search”, Order desk`; as much of it as is known. */
export function placeOf(index: TrackIndex, { atMs, tab, node = -1 }: Place): string | undefined {
  const row = tab === undefined ? 0 : index.tabs.indexOf(tab);
  const field = node < 0 ? undefined : index.fields.at(index.tabs[row] ?? 0, node, atMs);
  const visits = index.pages[row]?.items ?? [];
  const after = lowerBound(visits.length, (at) => visits[at]!.startsMs, atMs + 1e-6);
  const visit = visits[after - 1];
  const page = visit && shorten(visit.title || readableAddress(visit.url));
  return [field && `“${shorten(field)}”`, page].filter(Boolean).join(', ') || undefined;
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
