import type { StreamRow } from './kept-recording.ts';

type Times = Pick<StreamRow, 'lastAt' | 'shift'>;

/** Beyond this a step back is the clock's, not the order of two events of the same moment. */
const jumpMs = 1000;

/** Where on the stream's own axis an event stands: never before the one ahead of it. A clock that
 * was set back is carried on from there until it has caught up. */
export function steadyTime(times: Times, timestamp: number): Times & { readonly jumpMs: number } {
  const { lastAt, shift } = times;
  if (timestamp >= lastAt) return { lastAt: timestamp, shift: 0, jumpMs: 0 };
  const shifted = timestamp + shift;
  if (shifted >= lastAt) return { lastAt: shifted, shift, jumpMs: 0 };
  const back = lastAt - shifted;
  return { lastAt, shift: lastAt - timestamp, jumpMs: back > jumpMs ? back : 0 };
}
