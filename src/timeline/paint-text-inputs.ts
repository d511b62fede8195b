/** Paints what came into fields without keys: a drawing by cause above the keys, hatched if masked. */

import type { TextInputCause } from '#core/plugin-events.ts';
import type { Row } from './lane-rows.ts';
import type { Pen } from './pen.ts';
import { signPx, type TextInputMark } from './text-input-marks.ts';

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

export function paintTextInputs(pen: Pen, row: Row, marks: readonly TextInputMark[]): void {
  const { colours, fonts, radius } = pen.theme;
  for (const { input, count, x, endX, text } of marks) {
    const masked = input.fidelity === 'class';
    const box = { x, y: row.y + 1, width: endX - x, height: 12 };
    const middle = box.y + box.height / 2;
    pen.fill(box, masked ? colours.maskedQuiet : colours.markGround, radius);
    if (masked) pen.hatch(box, colours.maskedLine, -1, 5, radius);
    const ink = masked ? colours.masked : colours.mark;
    if (count > 1) pen.fill({ ...box, width: 2 }, ink, 1);
    else pen.shape(shapeOf(input.cause), x + signPx / 2, pen.snap(middle), ink);
    const colour = masked ? colours.maskedText : colours.text;
    pen.write(text, x + signPx + 3, middle, colour, fonts.sans);
  }
}
