/** The lanes from top to bottom: how high each is, where it begins, and which stands at a height. */

import { lanes, type Lane } from './lane-marks.ts';

export const heightTokens = [
  '--lane-folded',
  '--lane-low',
  '--lane',
  '--lane-high',
  '--lane-tasks',
  '--lane-map',
] as const;
export type HeightToken = (typeof heightTokens)[number];

/** Several tabs are rows of the Pages lane, which then takes more room. */
export function heightOf(lane: Lane, tabs: number, folded = false): HeightToken {
  if (folded) return '--lane-folded';
  if (lane === 'tasks') return '--lane-tasks';
  if (lane === 'keys') return '--lane-high';
  if (lane === 'actions') return '--lane';
  return lane === 'pages' && tabs > 1 ? '--lane-high' : '--lane-low';
}

/** What each lane is called in front of it; the ruler speaks for itself. */
export const laneNames: Readonly<Record<Lane, string>> = {
  ruler: '',
  pages: 'Pages',
  activity: 'Activity',
  keys: 'Keys',
  pointer: 'Pointer',
  actions: 'Actions',
  tasks: 'Tasks',
};

/** Where the row of held modifiers begins in the Keys lane. */
export const heldTopPx = 28;

export interface Row {
  readonly y: number;
  readonly height: number;
}

export type LaneRows = Readonly<Record<Lane, Row>>;

export function stackRows(pxOf: (lane: Lane) => number): LaneRows {
  let y = 0;
  const rows = lanes.map((lane) => {
    const row: Row = { y, height: pxOf(lane) };
    y += row.height;
    return [lane, row] as const;
  });
  return Object.fromEntries(rows) as Record<Lane, Row>;
}

export function laneAt(rows: LaneRows, y: number): Lane | undefined {
  return lanes.find((lane) => y >= rows[lane].y && y < rows[lane].y + rows[lane].height);
}

/** Of the rows inside a lane the one at `y` from its top: a tab of the Pages lane, or in the Keys lane
 * 0 for the keys and 1 for what is held under them. */
export function rowAt(lane: Lane, y: number, { height }: Row, tabs: number): number {
  if (lane === 'pages') return Math.max(0, Math.min(tabs - 1, Math.floor((y / height) * tabs)));
  return lane === 'keys' && y >= heldTopPx ? 1 : 0;
}
