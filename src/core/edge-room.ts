/** How far the edge of a task may go before it meets its neighbour, itself, the task it is a part of,
 * its own subtasks or the session's ends. */

import { siblingsOf, type Task } from './task.ts';
import { ms, type Ms, type Span } from './time.ts';

export type Edge = 'start' | 'end';

export const shortestTaskMs = 10;

export const edgeOf = (span: Span, edge: Edge): Ms =>
  edge === 'start' ? span.startsMs : span.endsMs;

/** What stands about a task: the tasks beside it, the one it is a part of, and its parts. */
export interface Surroundings {
  readonly before?: Span | undefined;
  readonly after?: Span | undefined;
  readonly parent?: Span | undefined;
  readonly parts: readonly Span[];
}

/** The span an edge can be moved in; its neighbours are never shoved and its subtasks never cut off. */
export function edgeRoom(tasks: readonly Task[], task: Task, edge: Edge, durationMs: Ms): Span {
  return roomIn(surroundingsOf(tasks, task), task, edge, durationMs);
}

export function roomIn(
  { before, after, parent, parts }: Surroundings,
  task: Task,
  edge: Edge,
  durationMs: Ms,
): Span {
  const shortest = Math.min(shortestTaskMs, task.endsMs - task.startsMs);
  if (edge === 'start')
    return {
      startsMs: ms(Math.max(0, before?.endsMs ?? 0, parent?.startsMs ?? 0)),
      endsMs: ms(Math.min(task.endsMs - shortest, ...parts.map((part) => part.startsMs))),
    };
  const [next, outer] = [after?.startsMs ?? durationMs, parent?.endsMs ?? durationMs];
  return {
    startsMs: ms(Math.max(task.startsMs + shortest, ...parts.map((part) => part.endsMs))),
    endsMs: ms(Math.min(durationMs, next, outer)),
  };
}

/** The span about `at` that no task stands in; of no length where one does. */
export function freeRoom(tasks: readonly Span[], at: Ms, durationMs: Ms): Span {
  let [from, to] = [0, Number(durationMs)];
  for (const { startsMs, endsMs } of tasks) {
    if (startsMs <= at && at < endsMs) return { startsMs: at, endsMs: at };
    if (endsMs <= at) from = Math.max(from, endsMs);
    else to = Math.min(to, startsMs);
  }
  return { startsMs: ms(from), endsMs: ms(to) };
}

/** The span the common edge of two touching tasks can be moved in: each gives way as far as it may. */
export function rollRoom(own: Span, neighbours: Span, edge: Edge): Span {
  return edge === 'start'
    ? { startsMs: neighbours.startsMs, endsMs: own.endsMs }
    : { startsMs: own.startsMs, endsMs: neighbours.endsMs };
}

/** `at` in whole milliseconds, held inside `room`. */
export function clampEdge(room: Span, at: number): Ms {
  return ms(Math.min(room.endsMs, Math.max(room.startsMs, Math.round(at))));
}

function surroundingsOf(tasks: readonly Task[], task: Task): Surroundings {
  let [before, after]: (Task | undefined)[] = [];
  for (const each of siblingsOf(tasks, task)) {
    if (each.endsMs <= task.startsMs && !(before && before.endsMs >= each.endsMs)) before = each;
    if (each.startsMs >= task.endsMs && !(after && after.startsMs <= each.startsMs)) after = each;
  }
  return {
    before,
    after,
    parent: tasks.find((each) => each.id === task.parentId),
    parts: tasks.filter((each) => each.parentId === task.id),
  };
}
