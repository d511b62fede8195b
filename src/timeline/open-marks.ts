/** The marks of the lanes that are open; gaps go through all of them. */

import type { Lane, LaneMarks } from './lane-marks.ts';

export function openMarks(marks: LaneMarks, isOpen: (lane: Lane) => boolean): LaneMarks {
  const where = <T>(lane: Lane, own: readonly T[]): readonly T[] => (isOpen(lane) ? own : []);
  return {
    pages: where('pages', marks.pages),
    activity: where('activity', marks.activity),
    keys: where('keys', marks.keys),
    held: where('keys', marks.held),
    pointer: where('pointer', marks.pointer),
    actions: where('actions', marks.actions),
    gaps: marks.gaps,
  };
}
