/** Which lanes a person has folded away, kept by this browser. */

import { recall, remember } from '#ui/remembered.ts';
import { lanes, type Lane } from './lane-marks.ts';

const place = 'folded lanes';

/** The ruler measures all others, and tasks are what the work is about. */
export const foldable = (lane: Lane): boolean => lane !== 'ruler' && lane !== 'tasks';

export class LaneFolds {
  #folded = $state.raw<readonly Lane[]>(
    lanes.filter((lane) => foldable(lane) && recall(place)?.split(' ').includes(lane)),
  );

  has(lane: Lane): boolean {
    return this.#folded.includes(lane);
  }

  toggle(lane: Lane): void {
    if (!foldable(lane)) return;
    this.#folded = this.has(lane)
      ? this.#folded.filter((each) => each !== lane)
      : [...this.#folded, lane];
    remember(place, this.#folded.join(' '));
  }
}
