/** Where the visits of the Pages lane stand, and what each says of its address. */

import { ms, type Ms } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';
import { clipText, type MeasureText } from './clip-text.ts';
import { walk } from './mark-walk.ts';
import { endOf } from './mark-widths.ts';
import type { View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

export interface PageMark {
  readonly kind: 'page';
  /** The first, where short visits are drawn as one. */
  readonly visit: PageVisit;
  readonly count: number;
  readonly startsMs: Ms;
  readonly endsMs: Ms;
  readonly x: number;
  readonly endX: number;
  /** 0 is the first tab's. */
  readonly row: number;
  readonly textX: number;
  readonly text: string;
}

const paddingPx = 8;
/** Less shows no letter. */
const leastTextPx = 12;

export function layoutPages(
  { pages }: Pick<TrackIndex, 'pages'>,
  view: View,
  measure: MeasureText,
): readonly PageMark[] {
  return pages
    .flatMap((visits, row) =>
      walk(visits, view).map((stop): PageMark => {
        const { item, last, from, to, x } = stop;
        // Of a few taken together the one that stays is the page that is read.
        const visit = last.endsMs >= stop.endsMs ? last : item;
        const endX = endOf(x, stop.endX, stop.nextX);
        // The address keeps in sight while any of its visit is.
        const textX = Math.max(0, x) + paddingPx;
        const room = Math.min(endX, view.widthPx) - textX - paddingPx;
        return {
          kind: 'page',
          visit,
          count: to - from,
          startsMs: ms(stop.startsMs),
          endsMs: ms(stop.endsMs),
          x,
          endX,
          row,
          textX,
          text: room < leastTextPx ? '' : clipText(readableAddress(visit.url), room, measure),
        };
      }),
    )
    .filter(({ endX, x }) => endX >= 0 && x <= view.widthPx);
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
