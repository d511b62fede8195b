/** How far the edge of a task may go before it meets its neighbour, itself or the session's ends. */

import { ms, type Ms, type Span } from './time.ts';
import type { Task } from './task.ts';

export type Edge = 'start' | 'end';

const shortestTaskMs = 10;

/** The span an edge can be moved in; its neighbours are never shoved. */
export function edgeRoom(tasks: readonly Task[], task: Task, edge: Edge, durationMs: Ms): Span {
  const shortest = Math.min(shortestTaskMs, task.endsMs - task.startsMs);
  if (edge === 'start') {
    const before = tasks.filter((each) => each.id !== task.id && each.endsMs <= task.startsMs);
    return {
      startsMs: ms(Math.max(0, ...before.map((each) => each.endsMs))),
      endsMs: ms(task.endsMs - shortest),
    };
  }
  const after = tasks.filter((each) => each.id !== task.id && each.startsMs >= task.endsMs);
  return {
    startsMs: ms(task.startsMs + shortest),
    endsMs: ms(Math.min(durationMs, ...after.map((each) => each.startsMs))),
  };
}

/** `at` in whole milliseconds, held inside `room`. */
export function clampEdge(room: Span, at: number): Ms {
  return ms(Math.min(room.endsMs, Math.max(room.startsMs, Math.round(at))));
}
