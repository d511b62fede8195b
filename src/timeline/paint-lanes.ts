/** Puts the marks of the lanes on the canvas, back to front. */

import { lanes, type LaneMarks } from './lane-marks.ts';
import type { LaneRows, Row } from './lane-rows.ts';
import { paintActions } from './paint-actions.ts';
import { paintGapGrounds, paintGaps } from './paint-gaps.ts';
import { paintKeys } from './paint-keys.ts';
import { radiusFor, type Pen } from './pen.ts';
import type { PageMark } from './page-marks.ts';
import type { ActivityBar } from './activity-bars.ts';
import type { Tick } from './time-scale.ts';

export interface Picture {
  readonly marks: LaneMarks;
  readonly ticks: readonly Tick[];
  readonly tabs: number;
  /** Index in the track of the selected action. */
  readonly selected: number | undefined;
  /** Words for lanes in which the recording has nothing at all. */
  readonly empty: Readonly<Partial<Record<'keys' | 'actions', string>>>;
}

export function paintLanes(pen: Pen, rows: LaneRows, picture: Picture): void {
  const { marks } = picture;
  paintGround(pen, rows, picture.ticks);
  paintRuler(pen, rows.ruler, picture.ticks);
  paintGapGrounds(pen, rows, marks.gaps);
  paintPages(pen, rows.pages, marks.pages, picture.tabs);
  paintActivity(pen, rows.activity, marks.activity);
  paintGaps(pen, rows, marks.gaps);
  writePages(pen, rows.pages, marks.pages, picture.tabs);
  paintKeys(pen, rows.keys, marks.keys, marks.held);
  paintActions(pen, rows.pointer, marks.pointer, picture.selected);
  paintActions(pen, rows.actions, marks.actions, picture.selected);
  for (const lane of ['keys', 'actions'] as const) {
    const middle = rows[lane].y + rows[lane].height / 2;
    pen.write(
      picture.empty[lane] ?? '',
      8,
      middle,
      pen.theme.colours.textQuiet,
      pen.theme.fonts.sans,
    );
  }
}

function paintGround(pen: Pen, rows: LaneRows, ticks: readonly Tick[]): void {
  const { colours } = pen.theme;
  const top = rows.pages.y;
  pen.fill({ x: 0, y: top, width: pen.widthPx, height: pen.heightPx - top }, colours.lane);
  for (const { x, label } of ticks)
    if (label !== undefined)
      pen.fill({ x: pen.snap(x), y: top, width: 1, height: pen.heightPx - top }, colours.hairline);
  for (const lane of lanes.slice(1))
    pen.fill({ x: 0, y: rows[lane].y, width: pen.widthPx, height: 1 }, colours.hairline);
}

function paintRuler(pen: Pen, row: Row, ticks: readonly Tick[]): void {
  const { colours, fonts, measures } = pen.theme;
  for (const { x, label } of ticks) {
    const height = label === undefined ? 4 : row.height - 8;
    pen.fill({ x: pen.snap(x), y: row.y + row.height - height, width: 1, height }, colours.tick);
    if (label !== undefined && x + 6 + measures.sans(label) <= pen.widthPx)
      pen.write(label, x + 6, row.y + row.height / 2, colours.textQuiet, fonts.sans);
  }
}

function paintPages(pen: Pen, row: Row, marks: readonly PageMark[], tabs: number): void {
  const { colours } = pen.theme;
  for (const { x, endX, row: tab } of marks) {
    const width = endX - x;
    const box = { ...tabRow(row, tab, tabs), x, width };
    pen.fill(
      box,
      width > 4 ? colours.markGround : colours.markQuiet,
      width > 4 ? radiusFor(pen, width) : 1,
    );
    if (width > 12) pen.fill({ ...box, width: 2 }, colours.markQuiet);
  }
}

/** Apart from their boxes, so that a gap's hatching lies between. */
function writePages(pen: Pen, row: Row, marks: readonly PageMark[], tabs: number): void {
  for (const { row: tab, text, textX } of marks) {
    const { y, height } = tabRow(row, tab, tabs);
    if (height >= 12)
      pen.write(text, textX, y + height / 2, pen.theme.colours.text, pen.theme.fonts.mono);
  }
}

function tabRow(row: Row, tab: number, tabs: number): Row {
  const height = (row.height - 6) / Math.max(1, tabs);
  return { y: row.y + 3.5 + tab * height, height: tabs > 1 ? height - 1 : height };
}

const wideBarPx = 32;

function paintActivity(pen: Pen, row: Row, bars: readonly ActivityBar[]): void {
  const { colours } = pen.theme;
  const most = row.height - 6;
  const bottom = row.y + row.height - 2;
  for (const { x, endX, height: share } of bars) {
    const height = Math.max(1, share * most);
    const width = endX - x > 2 ? endX - x - 1 : endX - x;
    const box = { x, y: bottom - height, width, height };
    // From near one second fills the lane: then its height is a line, not a wall.
    const isWide = width > wideBarPx;
    pen.fill(box, isWide ? colours.markGround : colours.activity);
    if (isWide) pen.fill({ ...box, height: Math.min(2, height) }, colours.activity);
  }
}
