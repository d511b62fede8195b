/** What stands for a key of which only the kind is known: a drawing by class, never a character. */

import type { KeyClass } from '#core/plugin-events.ts';
import type { Shape } from './action-shapes.ts';

const drawings: Partial<Record<KeyClass, { readonly fill?: string; readonly stroke?: string }>> = {
  letter: { fill: 'M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0' },
  digit: { stroke: 'M-2.5 -2.5h5v5h-5z' },
  symbol: { stroke: 'M0 -3.5l3.5 3.5l-3.5 3.5l-3.5 -3.5z' },
  space: { stroke: 'M-3.5 0v2.5h7v-2.5' },
};

const shapes = new Map<KeyClass, Shape>();

/** None for keys that write nothing: their class is all there is to tell, and its sign tells it. */
export function classShapeOf(kind: KeyClass): Shape | undefined {
  const drawing = drawings[kind];
  const known = shapes.get(kind);
  if (known || drawing === undefined) return known;
  const shape: Shape = {
    ...(drawing.fill && { fill: new Path2D(drawing.fill) }),
    ...(drawing.stroke && { stroke: new Path2D(drawing.stroke) }),
  };
  shapes.set(kind, shape);
  return shape;
}
