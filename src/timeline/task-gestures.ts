/** What the pointer and the arrows do to tasks on the timeline, told as it goes on. */

import type { Edge } from '#core/edge-room.ts';
import type { TaskId } from '#core/ids.ts';
import type { Ms, Span } from '#core/time.ts';

export interface EdgeMove {
  readonly taskId: TaskId;
  readonly edge: Edge;
  readonly at: Ms;
  /** The touching edge of the neighbour goes along. */
  readonly roll: boolean;
  readonly by: 'pointer' | 'keys';
}

/** A task drawn where none was; `at` is its end under the pointer. */
export interface Drawn extends Span {
  readonly at: Ms;
}

/** Nothing changes before it is done; what is given up changes nothing. */
export type Stage = 'under way' | 'done' | 'given up';

export interface TaskGestures {
  moveEdge(move: EdgeMove, stage: Stage): void;
  draw(drawn: Drawn, stage: Stage): void;
}
