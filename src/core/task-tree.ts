/** Every task with its number and what stands about it, worked out in one go for all of them. */

import { edgeOf, roomIn, type Edge, type Surroundings } from './edge-room.ts';
import type { TaskId } from './ids.ts';
import { byStart, type Task } from './task.ts';
import type { Ms, Span } from './time.ts';

export interface PlacedTask {
  readonly task: Task;
  /** As a person knows it: `2`, or `2.1`. */
  readonly number: string;
  /** Of the task that stands by itself: its own, or that of the task it is a part of. */
  readonly place: number;
  readonly parts: readonly Task[];
  readonly room: (edge: Edge, durationMs: Ms) => Span;
  /** The task beside it whose edge is this edge. */
  readonly touching: (edge: Edge) => Task | undefined;
}

/** In order of time, each subtask after the task it is a part of. */
export function placeTasks(tasks: readonly Task[]): readonly PlacedTask[] {
  const siblings = new Map<TaskId | undefined, Task[]>();
  const sorted = [...tasks].sort(byStart);
  for (const task of sorted) {
    const group = siblings.get(task.parentId);
    if (group) group.push(task);
    else siblings.set(task.parentId, [task]);
  }
  const place = (group: readonly Task[], parent?: { task: Task; place: number }) =>
    group.flatMap((task, index): PlacedTask[] => {
      const parts = parent ? [] : (siblings.get(task.id) ?? []);
      const about = { before: group[index - 1], after: group[index + 1], parts };
      const at = parent?.place ?? index + 1;
      const number = parent ? `${at}.${index + 1}` : `${at}`;
      const placed = { task, number, place: at, parts, ...roomAbout(task, about, parent?.task) };
      return [placed, ...place(parts, { task, place: at })];
    });
  return place(siblings.get(undefined) ?? []);
}

function roomAbout(
  task: Task,
  { before, after, parts }: { before?: Task | undefined; after?: Task | undefined; parts: Task[] },
  parent: Task | undefined,
): Pick<PlacedTask, 'room' | 'touching'> {
  const about: Surroundings = { before, after, parent, parts };
  return {
    room: (edge, durationMs) => roomIn(about, task, edge, durationMs),
    touching: (edge) => {
      const beside = edge === 'start' ? before : after;
      const other = edge === 'start' ? 'end' : 'start';
      return beside && edgeOf(beside, other) === edgeOf(task, edge) ? beside : undefined;
    },
  };
}
