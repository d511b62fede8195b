/** Puts the whole session on the minimap: activity above, tasks as strips below, gaps between. */

import type { ActivityBar } from './activity-bars.ts';
import type { GapMark } from './gap-marks.ts';
import { paintGap, paintGapGround } from './paint-gaps.ts';
import type { Pen } from './pen.ts';

export interface Overview {
  readonly bars: readonly ActivityBar[];
  readonly gaps: readonly GapMark[];
  /** The tasks in order, where each begins and ends. */
  readonly strips: readonly { readonly x: number; readonly endX: number }[];
}

const stripPx = 3;

export function paintMinimap(pen: Pen, { bars, gaps, strips }: Overview): void {
  const { colours, labels, radius } = pen.theme;
  const bottom = pen.heightPx - stripPx - 3;
  pen.fill({ x: 0, y: 0, width: pen.widthPx, height: pen.heightPx }, colours.lane, radius);
  for (const mark of gaps) {
    const box = { x: mark.x, y: 0, width: mark.endX - mark.x, height: pen.heightPx };
    paintGapGround(pen, box, mark);
    paintGap(pen, box, mark);
  }
  for (const { x, endX, height } of bars) {
    const tall = Math.max(1, height * (bottom - 4));
    const width = endX - x > 2 ? endX - x - 1 : endX - x;
    pen.fill({ x, y: bottom - tall, width, height: tall }, colours.activity);
  }
  for (const [index, { x, endX }] of strips.entries())
    pen.fill(
      { x, y: pen.heightPx - stripPx - 1, width: Math.max(2, endX - x - 1), height: stripPx },
      labels[index % labels.length]!,
      1,
    );
}
