/** The marks of the lanes that are not folded away; gaps go through all of them. */

import type { Lane, LaneMarks } from './lane-marks.ts';

export function unfoldedMarks(marks: LaneMarks, isFolded: (lane: Lane) => boolean): LaneMarks {
  const unless = <T>(lane: Lane, own: readonly T[]): readonly T[] => (isFolded(lane) ? [] : own);
  return {
    pages: unless('pages', marks.pages),
    activity: unless('activity', marks.activity),
    keys: unless('keys', marks.keys),
    held: unless('keys', marks.held),
    pointer: unless('pointer', marks.pointer),
    actions: unless('actions', marks.actions),
    gaps: marks.gaps,
  };
}
