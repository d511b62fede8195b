/** Paints what came into fields by other ways than keys: a drawing by cause, hatched if masked. */

import type { TextInputCause } from '#core/plugin-events.ts';
import { inputSignPx, type KeyMark } from './key-marks.ts';
import { boxPx } from './mark-widths.ts';
import type { Box, Pen } from './pen.ts';

/** About their own middle, some 7 px across. */
const drawings: Readonly<Record<TextInputCause, string>> = {
  composition: 'M-3 -2h6 M0 -3.5v7 M-2.5 3l2.5 -3l2.5 3',
  paste: 'M-3 -3.5h6v7h-6z M-1 -1.5h2 M-1 1h2',
  drop: 'M0 -3.5v5 M-2 -.5l2 2l2 -2 M-3 3.5h6',
  autofill: 'M1 -3.5l-3.5 4h2.5l-1 3.5l3.5 -4.5h-2.5z',
  replacement: 'M-3.5 1l2 2.5l5 -6.5',
  cut: 'M-3 -3l6 6 M3 -3l-6 6',
  undo: 'M-3.5 -1h5a2 2 0 0 1 0 4.5h-2 M-3.5 -1l2 -2 M-3.5 -1l2 2',
  redo: 'M3.5 -1h-5a2 2 0 0 0 0 4.5h2 M3.5 -1l-2 -2 M3.5 -1l-2 2',
  other: 'M-3.5 0h7',
};

const shapes = new Map<TextInputCause, { stroke: Path2D }>();

function shapeOf(cause: TextInputCause): { stroke: Path2D } {
  const known = shapes.get(cause);
  if (known) return known;
  const shape = { stroke: new Path2D(drawings[cause]) };
  shapes.set(cause, shape);
  return shape;
}

export function paintTextInput(pen: Pen, box: Box, mark: KeyMark & { kind: 'text input' }): void {
  const { colours, fonts, radius } = pen.theme;
  const { input, label, x } = mark;
  const masked = input.fidelity === 'class';
  const ink = masked ? colours.masked : colours.mark;
  if (box.width < boxPx) return pen.fill(box, ink, 1);
  const middle = box.y + box.height / 2;
  const composed = input.cause === 'composition';
  // What was composed is underlined, as input methods do it; the rest stands on a ground of its own.
  if (masked) {
    pen.fill(box, colours.maskedQuiet, radius);
    pen.hatch(box, 'masked', colours.maskedLine, radius);
  } else if (!composed) pen.fill(box, colours.markGround, radius);
  if (composed) pen.fill({ ...box, y: box.y + box.height - 2, height: 2 }, ink, 1);
  else pen.outline(box, masked ? colours.masked : colours.markQuiet, radius);
  if (box.width < inputSignPx - 2) return;
  pen.shape(shapeOf(input.cause), x + inputSignPx / 2, pen.snap(middle), ink);
  const colour = masked ? colours.maskedText : colours.text;
  pen.write(label, x + inputSignPx, middle, colour, fonts.sans);
}
