/** Puts the marks of the lanes on the canvas, back to front. */

import { lanes, type LaneMarks } from './lane-marks.ts';
import type { LaneRows, Row } from './lane-rows.ts';
import { paintActions } from './paint-actions.ts';
import { paintKeys } from './paint-keys.ts';
import { paintTextInputs } from './paint-text-inputs.ts';
import type { Pen } from './pen.ts';
import type { PageMark } from './page-marks.ts';
import type { ActivityBar } from './activity-bars.ts';
import type { GapMark } from './gap-marks.ts';
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
  paintPages(pen, rows.pages, marks.pages, picture.tabs);
  paintActivity(pen, rows.activity, marks.activity);
  paintGaps(pen, rows, marks.gaps);
  writePages(pen, rows.pages, marks.pages, picture.tabs);
  paintKeys(pen, rows.keys, marks.keys);
  paintTextInputs(pen, rows.keys, marks.textInputs);
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
  const { colours, radius } = pen.theme;
  for (const { x, endX, row: tab } of marks) {
    const width = Math.max(2, endX - x - 1);
    const box = { ...tabRow(row, tab, tabs), x, width };
    pen.fill(box, width > 4 ? colours.markGround : colours.markQuiet, radius);
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

function paintActivity(pen: Pen, row: Row, bars: readonly ActivityBar[]): void {
  const most = row.height - 6;
  const bottom = row.y + row.height - 2;
  for (const bar of bars) {
    const height = Math.max(1, bar.height * most);
    const width = bar.width > 2 ? bar.width - 1 : bar.width;
    pen.fill({ x: bar.x, y: bottom - height, width, height }, pen.theme.colours.activity);
  }
}

/** Narrower gaps are hatched only: many edges close together would read as marks. */
const edgedFromPx = 12;

function paintGaps(pen: Pen, rows: LaneRows, gaps: readonly GapMark[]): void {
  const { colours, fonts, measures, radius } = pen.theme;
  const top = rows.pages.y + 1;
  const middle = rows.activity.y + rows.activity.height / 2;
  for (const { gap, x, endX, text, textX } of gaps) {
    const box = { x, y: top, width: endX - x, height: pen.heightPx - top };
    // What was taken out has no length left on the axis: a seam.
    if (gap.reason === 'clock-jump' && box.width <= 2) pen.fill(box, colours.gapLine);
    else pen.hatch(box, colours.gapLine, 1, 6);
    if (box.width > edgedFromPx)
      for (const edge of [x, endX - 1]) pen.fill({ ...box, x: edge, width: 1 }, colours.gapLine);
    if (text === '') continue;
    const label = { x: textX - 6, y: middle - 9, width: measures.sans(text) + 12, height: 18 };
    pen.fill(label, colours.lane, radius);
    pen.write(text, textX, middle, colours.textQuiet, fonts.sans);
  }
}
