/** Paints the Actions lane: a drawing and words where there is room, strokes where there is none. */

import type { Action } from '#core/action.ts';
import { shapeOf } from './action-shapes.ts';
import type { ActionMark } from './action-marks.ts';
import type { Row } from './lane-rows.ts';
import { boxPx } from './mark-widths.ts';
import type { Pen } from './pen.ts';

export function paintActions(
  pen: Pen,
  row: Row,
  marks: readonly ActionMark[],
  selected: number | undefined,
): void {
  for (const mark of marks) {
    const isSelected = mark.placed.index === selected;
    if (mark.look === 'stroke') paintStroke(pen, row, mark, isSelected);
    else paintMark(pen, row, mark, isSelected);
  }
}

function paintStroke(pen: Pen, row: Row, mark: ActionMark, selected: boolean): void {
  const { colours } = pen.theme;
  const most = row.height - 8;
  const height = Math.min(most, 8 + 3 * Math.log2(mark.count));
  const y = row.y + (row.height - height) / 2;
  const ink = selected ? colours.accent : colours.mark;
  const box = { x: mark.x, y, width: mark.endX - mark.x, height };
  if (box.width < boxPx) return pen.fill(box, ink, 1);
  pen.fill(box, selected ? colours.accentQuiet : colours.markGround, 2);
  pen.outline(box, selected ? colours.accent : colours.markQuiet, 2);
}

function paintMark(pen: Pen, row: Row, mark: ActionMark, selected: boolean): void {
  const { colours, fonts, radius } = pen.theme;
  const { action } = mark.placed;
  const long = mark.lastsToX > mark.startX;
  const middle = row.y + row.height / 2;
  const inferred = action.evidence === 'inferred';
  const masked = isMasked(action);
  const inset = row.height > 28 ? 5 : 3;
  const box = { y: row.y + inset, height: row.height - 2 * inset };
  if (long) {
    const lasting = { ...box, x: mark.startX, width: mark.lastsToX - mark.startX };
    if (inferred) pen.outline(lasting, colours.markQuiet, radius, [3, 3]);
    else pen.fill(lasting, masked ? colours.maskedQuiet : colours.markGround, radius);
    if (masked) pen.hatch(lasting, 'masked', colours.maskedLine, radius);
  }
  if (selected) {
    const chosen = { ...box, x: mark.x, width: mark.endX - mark.x };
    pen.fill(chosen, colours.accentQuiet, radius);
    pen.outline(chosen, colours.accent, radius);
  }
  const ink = masked ? colours.masked : selected ? colours.accentText : colours.mark;
  pen.shape(shapeOf(action.kind), mark.iconX, pen.snap(middle), ink);
  const words = isMasked(action)
    ? colours.maskedText
    : selected
      ? colours.accentText
      : colours.text;
  pen.write(mark.text, mark.textX, middle, words, inferred ? fonts.sansItalic : fonts.sans);
}

function isMasked(action: Action): boolean {
  return action.kind === 'type' && action.text === undefined;
}
