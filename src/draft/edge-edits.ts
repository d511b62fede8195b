/** The step that moves the common edge of two touching tasks. */

import { clampEdge, edgeOf, edgeRoom, rollRoom, type Edge } from '#core/edge-room.ts';
import type { Edit } from '#core/edit.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { siblingsOf, type EdgeOrigin, type Task } from '#core/task.ts';
import type { Ms } from '#core/time.ts';
import type { Step } from './step.ts';
import { moveEdge, withEdge, type Ground } from './task-edits.ts';

/** Moves an edge and the touching one of its neighbour with it, as far as both may go; where none
 * touches, the edge alone. */
export function rollEdge(
  ground: Ground,
  task: Task,
  { edge, at, origin = 'hand' }: { edge: Edge; at: Ms; origin?: EdgeOrigin },
): OutcomeOf<Step> {
  const { tasks, durationMs } = ground;
  const other: Edge = edge === 'start' ? 'end' : 'start';
  const beside = siblingsOf(tasks, task).find((each) => edgeOf(each, other) === edgeOf(task, edge));
  if (!beside) return moveEdge(ground, task, { edge, at, origin });
  const room = rollRoom(
    edgeRoom(tasks, task, edge, durationMs),
    edgeRoom(tasks, beside, other, durationMs),
    edge,
  );
  const moved = clampEdge(room, at);
  const edits: Edit[] = [
    { kind: 'change task', before: beside, after: withEdge(beside, other, moved, origin) },
    { kind: 'change task', before: task, after: withEdge(task, edge, moved, origin) },
  ];
  return succeed({ edit: { kind: 'together', edits } });
}
