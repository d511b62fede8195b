/** The lanes from top to bottom: how high each is, where it begins, and which stands at a height. */

import { lanes, type Lane } from './lane-marks.ts';

export const heightTokens = ['--lane-low', '--lane', '--lane-high'] as const;
export type HeightToken = (typeof heightTokens)[number];

/** Several tabs are rows of the Pages lane, which then takes more room. */
export function heightOf(lane: Lane, tabs: number): HeightToken {
  if (lane === 'keys' || lane === 'tasks') return '--lane-high';
  if (lane === 'actions') return '--lane';
  return lane === 'pages' && tabs > 1 ? '--lane-high' : '--lane-low';
}

/** What each lane is called in front of it; the ruler speaks for itself. */
export const laneNames: Readonly<Record<Lane, string>> = {
  ruler: '',
  pages: 'Pages',
  activity: 'Activity',
  keys: 'Keys',
  actions: 'Actions',
  tasks: 'Tasks',
};

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
