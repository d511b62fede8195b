/** Paints the Keys lane. What was masked is hatched and its keys are shapes by class, what was inferred
 * is dashed and slanted, what was taken back is struck. */

import { unreachable } from '#core/unreachable.ts';
import type { Evidence, Keystroke } from '#core/keystroke.ts';
import type { Fidelity } from '#core/plugin-events.ts';
import type { HeldMark } from './held-marks.ts';
import type { KeyMark } from './key-marks.ts';
import { heldTopPx, type Row } from './lane-rows.ts';
import { boxPx, strokePx } from './mark-widths.ts';
import { classShapeOf } from './class-shapes.ts';
import { paintTextInput } from './paint-text-inputs.ts';
import { radiusFor, type Box, type Pen } from './pen.ts';

const capHeightPx = 18;

export function paintKeys(
  pen: Pen,
  row: Row,
  marks: readonly KeyMark[],
  held: readonly HeldMark[],
): void {
  for (const mark of marks) paintKey(pen, row, mark);
  for (const mark of held) paintHeld(pen, row, mark);
}

function paintKey(pen: Pen, row: Row, mark: KeyMark): void {
  const { colours, fonts } = pen.theme;
  const { x, endX } = mark;
  const box = { x, y: row.y + 3, width: endX - x, height: capHeightPx };
  const middle = box.y + box.height / 2;
  switch (mark.kind) {
    case 'key':
      paintCap(pen, box, mark.keystroke, true);
      paintSign(pen, box, mark);
      if (mark.heldToX > x + strokePx) {
        const y = box.y + box.height + 1.5 + 3 * mark.heldRow;
        const width = mark.heldToX - x;
        pen.fill({ x, y, width, height: 2 }, inkOf(pen, mark.keystroke.fidelity), 1);
      }
      break;
    case 'run': {
      if (box.width < boxPx) {
        pen.fill(box, inkOf(pen, mark.group.fidelity), 1);
        break;
      }
      paintCap(pen, box, mark.group, true);
      const font = mark.written ? monoOf(pen, mark.group.evidence) : fonts.sans;
      const ink = mark.written ? colours.text : quietOn(pen, mark.group.fidelity);
      pen.write(mark.text, mark.textX, middle, ink, font);
      for (const [from, to] of mark.struck) {
        const { mono } = pen.theme.measures;
        const shown = mark.text.endsWith('…') ? mark.text.length - 1 : mark.text.length;
        if (from >= shown) break;
        const left = mark.textX + mono(mark.text.slice(0, from));
        const width = mono(mark.text.slice(from, Math.min(to, shown)));
        pen.fill({ x: left, y: middle, width, height: 1 }, colours.text);
      }
      break;
    }
    case 'text input':
      paintTextInput(pen, box, mark);
      break;
    case 'key crowd': {
      // Afar the lane is full of them: quieter than what stands alone.
      const ink = mark.masked ? colours.masked : colours.markQuiet;
      if (box.width < boxPx) {
        const height = Math.min(box.height, 6 + 4 * Math.log2(mark.end - mark.first + 1));
        pen.fill({ ...box, y: box.y + (box.height - height) / 2, height }, ink, 1);
        break;
      }
      const fidelity = mark.masked ? 'class' : 'text';
      paintCap(pen, box, { fidelity, evidence: mark.group.evidence }, true);
      // A second edge: more than one run.
      pen.fill({ ...box, width: strokePx }, ink, 1);
      pen.write(mark.text, mark.textX + 1, middle, quietOn(pen, fidelity), fonts.sans);
      break;
    }
    default:
      unreachable(mark);
  }
}

function paintSign(pen: Pen, box: Box, mark: KeyMark & { kind: 'key' }): void {
  const { keystroke, sign, struck } = mark;
  const { x, width } = box;
  const middle = box.y + box.height / 2;
  const isOne = mark.end - mark.first === 1;
  const shape =
    isOne && keystroke.fidelity === 'class' && sign.length === 1 && classShapeOf(keystroke.class);
  if (shape) {
    if (width >= 8) pen.shape(shape, x + width / 2, pen.snap(middle), pen.theme.colours.maskedText);
    return;
  }
  const wide = pen.theme.measures.mono(sign);
  if (wide > width - 2) return;
  const left = x + (Math.min(width, wide + 12) - wide) / 2;
  if (left < 0 || left + wide > pen.widthPx) return;
  const ink =
    keystroke.fidelity === 'class' ? pen.theme.colours.maskedText : pen.theme.colours.text;
  const quiet = struck ? pen.theme.colours.textQuiet : ink;
  pen.write(sign, left, middle, quiet, monoOf(pen, keystroke.evidence));
  if (struck) pen.fill({ x: left - 2, y: middle, width: wide + 4, height: 1 }, quiet);
}

function paintHeld(pen: Pen, row: Row, { x, endX, glyphs }: HeldMark): void {
  const { colours, fonts, measures } = pen.theme;
  const bar = { x, y: row.y + heldTopPx, width: endX - x, height: 10 };
  const shows = glyphs !== '' && bar.width > measures.mono(glyphs) + 4;
  pen.fill(bar, shows ? colours.markGround : colours.markQuiet, 2);
  // The glyph stays in sight while there is room for it.
  const left = Math.max(x, 0) + 3;
  if (shows && left + measures.mono(glyphs) + 1 <= Math.min(endX, pen.widthPx))
    pen.write(glyphs, left, bar.y + 5, colours.textQuiet, fonts.mono);
}

function paintCap(
  pen: Pen,
  box: Box,
  { fidelity, evidence }: Pick<Keystroke, 'fidelity' | 'evidence'>,
  edged: boolean,
): void {
  const { colours } = pen.theme;
  const radius = radiusFor(pen, box.width);
  const masked = fidelity === 'class';
  const hollow = evidence === 'inferred';
  pen.fill(box, hollow ? colours.lane : masked ? colours.maskedQuiet : colours.markGround, radius);
  if (masked) pen.hatch(box, 'masked', colours.maskedLine, radius);
  if (hollow) pen.outline(box, masked ? colours.masked : colours.markQuiet, radius, [3, 3]);
  else if (edged) pen.outline(box, masked ? colours.maskedLine : colours.tick, radius);
}

function monoOf(pen: Pen, evidence: Evidence): string {
  return evidence === 'inferred' ? pen.theme.fonts.monoItalic : pen.theme.fonts.mono;
}

function inkOf(pen: Pen, fidelity: Fidelity): string {
  return fidelity === 'class' ? pen.theme.colours.masked : pen.theme.colours.mark;
}

function quietOn(pen: Pen, fidelity: Fidelity): string {
  return fidelity === 'class' ? pen.theme.colours.maskedText : pen.theme.colours.textQuiet;
}
