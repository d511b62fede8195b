import { byStart, type Task } from '#core/task.ts';
import type { TaskId } from '#core/ids.ts';
import type { Ms } from '#core/time.ts';

/** The task before or after the chosen one; where none is chosen, before or after `at`. */
export function stepTask(
  tasks: readonly Task[],
  chosen: TaskId | undefined,
  at: Ms,
  direction: 1 | -1,
): Task | undefined {
  const sorted = [...tasks].sort(byStart);
  const index = sorted.findIndex((task) => task.id === chosen);
  if (index >= 0) return sorted[index + direction];
  return direction === 1
    ? (sorted.find((task) => task.endsMs > at) ?? sorted.at(-1))
    : (sorted.findLast((task) => task.startsMs <= at) ?? sorted[0]);
}
