import { siblingsOf, type Task } from '#core/task.ts';

/** Where one goes on when `task` is gone: the next one, the one before, or the one it was a part of. */
export function taskBeside(tasks: readonly Task[], task: Task): Task | undefined {
  const beside = siblingsOf(tasks, task);
  return (
    beside.find((each) => each.startsMs >= task.startsMs) ??
    beside.at(-1) ??
    tasks.find((each) => each.id === task.parentId)
  );
}
