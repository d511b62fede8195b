/** Where the visits of the Pages lane stand, and what each says of its address. */

import type { PageVisit } from '#core/track.ts';
import { clipText, type MeasureText } from './clip-text.ts';
import { walk } from './mark-walk.ts';
import type { View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

export interface PageMark {
  readonly kind: 'page';
  readonly visit: PageVisit;
  /** How many short visits are drawn as this one. */
  readonly count: number;
  readonly x: number;
  readonly endX: number;
  /** 0 is the first tab's. */
  readonly row: number;
  readonly textX: number;
  readonly text: string;
}

const paddingPx = 8;

export function layoutPages(
  { pages, tabs }: Pick<TrackIndex, 'pages' | 'tabs'>,
  view: View,
  measure: MeasureText,
): readonly PageMark[] {
  return walk(pages, view)
    .filter(({ endX }) => endX > -1)
    .map(({ item: visit, count, x, endX }) => {
      // The address keeps in sight while any of its visit is.
      const textX = Math.max(0, x) + paddingPx;
      return {
        kind: 'page',
        visit,
        count,
        x,
        endX,
        row: tabs.indexOf(visit.tab),
        textX,
        text: clipText(readableAddress(visit.url), endX - textX - paddingPx, measure),
      };
    });
}

/** The path as a person reads it; the host where there is none. */
export function readableAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search, hash } = new URL(url);
  // Where a page routes by fragment, the path is the same everywhere and says nothing.
  const routed = /^#!?\/(.+)$/.exec(hash)?.[1];
  const path = pathname.replace(/^\/|\/$/g, '');
  const rest = routed ?? [path + search, hash.replace(/^#!?\/?/, '')].filter(Boolean).join(' › ');
  return unescapePath(rest) || host || url;
}

function unescapePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
