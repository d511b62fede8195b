/** Which lanes make way where there is no room for all of them. */

import { lanes, type Lane } from './lane-marks.ts';

/** First to last. Activity stands in the minimap as well, and the page in the address bar; keys and
 * tasks are what the work is done with. */
const yielding: readonly Lane[] = ['activity', 'pointer', 'pages', 'actions'];

export function yieldLanes(pxOf: (lane: Lane) => number, roomPx: number): ReadonlySet<Lane> {
  const gone = new Set<Lane>();
  let px = lanes.reduce((sum, lane) => sum + pxOf(lane), 0);
  for (const lane of yielding) {
    if (px <= roomPx) break;
    gone.add(lane);
    px -= pxOf(lane);
  }
  return gone;
}
