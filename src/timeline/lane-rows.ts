/** The lanes from top to bottom: how high each is, where it begins, and which stands at a height. */

import { lanes, type Lane } from './lane-marks.ts';

export const laneTokens = {
  ruler: '--lane-low',
  pages: '--lane-low',
  activity: '--lane-low',
  keys: '--lane-high',
  actions: '--lane',
  tasks: '--lane-high',
} as const satisfies Record<Lane, string>;

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

export function stackRows(heightOf: (lane: Lane) => number): LaneRows {
  let y = 0;
  const rows = lanes.map((lane) => {
    const row: Row = { y, height: heightOf(lane) };
    y += row.height;
    return [lane, row] as const;
  });
  return Object.fromEntries(rows) as Record<Lane, Row>;
}

export function laneAt(rows: LaneRows, y: number): Lane | undefined {
  return lanes.find((lane) => y >= rows[lane].y && y < rows[lane].y + rows[lane].height);
}
