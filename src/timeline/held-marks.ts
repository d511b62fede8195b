/** The modifiers held down, as bars under the keys. */

import { ms, type Ms } from '#core/time.ts';
import { walk } from './mark-walk.ts';
import { endOf } from './mark-widths.ts';
import type { View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

export interface HeldMark {
  readonly kind: 'held';
  /** Empty where several are drawn as one. */
  readonly glyphs: string;
  readonly count: number;
  readonly startsMs: Ms;
  readonly endsMs: Ms;
  readonly x: number;
  readonly endX: number;
}

export function layoutHeld({ held }: Pick<TrackIndex, 'held'>, view: View): readonly HeldMark[] {
  return walk(held, view)
    .map((stop): HeldMark => {
      const count = stop.to - stop.from;
      return {
        kind: 'held',
        glyphs: count > 1 ? '' : stop.item.glyphs,
        count,
        startsMs: ms(stop.startsMs),
        endsMs: ms(stop.endsMs),
        x: stop.x,
        endX: endOf(stop.x, stop.endX, stop.nextX),
      };
    })
    .filter(({ x, endX }) => endX >= 0 && x <= view.widthPx);
}
