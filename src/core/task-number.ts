import type { TaskId } from './ids.ts';
import type { Task } from './task.ts';

/** The number a person knows a task by: `2`, or `2.1` for the first subtask of the second task.
 * Empty where it is not among `tasks`. */
export function numberOf(tasks: readonly Task[], id: TaskId | undefined): string {
  const task = tasks.find((each) => each.id === id);
  if (task === undefined) return '';
  const place = tasks.filter(
    (each) => each.parentId === task.parentId && each.startsMs <= task.startsMs,
  ).length;
  return task.parentId === undefined ? `${place}` : `${numberOf(tasks, task.parentId)}.${place}`;
}
