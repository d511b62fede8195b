/** Paints the Keys lane. What was masked is hatched, what was inferred is dashed and slanted. */

import type { KeyMark } from './key-marks.ts';
import type { Row } from './lane-rows.ts';
import type { Box, Pen } from './pen.ts';
import { unreachable } from '#core/unreachable.ts';
import type { Evidence } from '#core/keystroke.ts';
import type { Fidelity } from '#core/plugin-events.ts';

/** Below this a run is a stroke and no box. */
const slimPx = 6;

export function paintKeys(pen: Pen, row: Row, marks: readonly KeyMark[]): void {
  for (const mark of marks) paintKey(pen, row, mark);
}

function paintKey(pen: Pen, row: Row, mark: KeyMark): void {
  const { colours, radius } = pen.theme;
  const { x, endX } = mark;
  const box = { x, y: row.y + 14, width: endX - x, height: row.height - 21 };
  switch (mark.kind) {
    case 'key': {
      const { fidelity, evidence } = mark.keystroke;
      paintCap(pen, box, fidelity, evidence, true);
      const width = pen.theme.measures.mono(mark.sign);
      if (width <= box.width - 2)
        writeSign(pen, mark.sign, x + (box.width - width) / 2, box, fidelity, evidence);
      const held = mark.releaseX - x;
      if (held > 2)
        pen.fill({ x, y: row.y + row.height - 5, width: held, height: 2 }, inkOf(pen, fidelity), 1);
      break;
    }
    case 'run': {
      const { fidelity, evidence } = mark.group;
      if (box.width < slimPx) pen.fill({ ...box, width: 2 }, inkOf(pen, fidelity), radius);
      else paintCap(pen, box, fidelity, evidence, mark.text === '');
      writeSign(pen, mark.text, x + 4, box, fidelity, evidence);
      break;
    }
    case 'key crowd': {
      const height = Math.min(box.height, 6 + 4 * Math.log2(mark.count));
      const y = box.y + (box.height - height) / 2;
      pen.fill({ ...box, y, height, width: 1 }, inkOf(pen, mark.group.fidelity));
      break;
    }
    case 'held': {
      const bar = { x, y: row.y + 2, width: endX - x, height: 11 };
      const { glyph } = mark.held;
      pen.fill(bar, colours.markGround, radius);
      if (bar.width > pen.theme.measures.mono(glyph) + 4)
        pen.write(glyph, x + 3, bar.y + 5.5, colours.textQuiet, pen.theme.fonts.mono);
      else pen.fill(bar, colours.markQuiet, radius);
      break;
    }
    default:
      unreachable(mark);
  }
}

function paintCap(
  pen: Pen,
  box: Box,
  fidelity: Fidelity,
  evidence: Evidence,
  edged: boolean,
): void {
  const { colours, radius } = pen.theme;
  const masked = fidelity === 'class';
  if (evidence === 'inferred') {
    if (masked) pen.hatch(box, colours.maskedLine, -1, 5, radius);
    pen.outline(box, masked ? colours.masked : colours.markQuiet, radius, [3, 3]);
    return;
  }
  pen.fill(box, masked ? colours.maskedQuiet : colours.markGround, radius);
  if (masked) pen.hatch(box, colours.maskedLine, -1, 5, radius);
  if (edged) pen.outline(box, masked ? colours.maskedLine : colours.tick, radius);
}

function writeSign(
  pen: Pen,
  text: string,
  x: number,
  box: Box,
  fidelity: Fidelity,
  evidence: Evidence,
): void {
  const { colours, fonts } = pen.theme;
  const font = evidence === 'inferred' ? fonts.monoItalic : fonts.mono;
  const colour = fidelity === 'class' ? colours.maskedText : colours.text;
  pen.write(text, x, box.y + box.height / 2, colour, font);
}

function inkOf(pen: Pen, fidelity: Fidelity): string {
  return fidelity === 'class' ? pen.theme.colours.masked : pen.theme.colours.mark;
}
