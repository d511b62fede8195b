/** A small drawing for each kind of action, about its own middle, some 11 px across. */

import type { ActionKind } from '#core/action.ts';

export interface Shape {
  readonly fill?: Path2D;
  readonly stroke?: Path2D;
}

const dot = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const box = 'M-4.5 -4.5h9v9h-9z';

const drawings: Readonly<Record<ActionKind, { fill?: string; stroke?: string }>> = {
  click: { fill: dot(0, 0, 4) },
  dblclick: { fill: dot(0, 0, 2.25), stroke: dot(0, 0, 5) },
  tripleclick: { fill: dot(0, 0, 1.5), stroke: `${dot(0, 0, 3.25)} ${dot(0, 0, 5.25)}` },
  contextmenu: { fill: 'M0 -5a5 5 0 0 1 0 10z', stroke: dot(0, 0, 4.5) },
  type: { stroke: 'M-6 -4h12v8h-12z M-3 -1h.1 M0 -1h.1 M3 -1h.1 M-2.5 1.75h5' },
  press: { stroke: `${box} M-1.75 2h3.5` },
  select_option: { stroke: `${box} M-2 -.75l2 2l2 -2` },
  set_checked: { stroke: `${box} M-2.25 .25l1.5 1.5l3 -3.5` },
  scroll: { stroke: 'M0 -5.5v11 M-2.5 -3l2.5 -2.5l2.5 2.5 M-2.5 3l2.5 2.5l2.5 -2.5' },
  drag: { fill: dot(-4, 3.5, 2), stroke: 'M-4 3.5L4 -4 M-.5 -4.5h5v5' },
  goto: { stroke: 'M-5 0h10 M1.5 -3.5l3.5 3.5l-3.5 3.5' },
  forward: { stroke: 'M-5 0h8 M0 -3l3 3l-3 3 M5.5 -4v8' },
  back: { stroke: 'M5 0h-10 M-1.5 -3.5l-3.5 3.5l3.5 3.5' },
  reload: { stroke: 'M4.5 1a4.75 4.75 0 1 1 -1.2 -4.2 M4.25 -5.5v2.75h-2.75' },
  copy: { stroke: 'M-1.5 -1.5h6.5v6.5h-6.5z M-5 1.5v-6.5h6.5' },
  paste: {
    stroke: 'M-4 -4h8v9.5h-8z M-1.5 -5.5h3',
    fill: 'M-2 1.5h4l-2 2.5z M-.75 -1.5h1.5v3h-1.5z',
  },
  upload: { stroke: 'M-5 1v4h10v-4 M0 2v-7 M-2.5 -2.5l2.5 -2.5l2.5 2.5' },
  tab_new: { stroke: 'M-5.5 4.5h11v-6h-4.5l-1.5 -3h-5z M.5 -.5v3.5 M-1.25 1.25h3.5' },
  tab_focus: { stroke: 'M-5.5 4.5h11v-6h-4.5l-1.5 -3h-5z', fill: dot(0, 1.5, 1.5) },
  submit: { stroke: 'M5 -4v4.5h-10 M-1.75 -3l-3.25 3.5l3.25 3.5' },
};

const shapes = new Map<ActionKind, Shape>();

export function shapeOf(kind: ActionKind): Shape {
  const known = shapes.get(kind);
  if (known) return known;
  const { fill, stroke } = drawings[kind];
  const shape: Shape = {
    fill: fill ? new Path2D(fill) : undefined,
    stroke: stroke ? new Path2D(stroke) : undefined,
  };
  shapes.set(kind, shape);
  return shape;
}
