/** The step that makes two tasks of one. */

import { shortestTaskMs } from '#core/edge-room.ts';
import type { Edit } from '#core/edit.ts';
import type { TaskId } from '#core/ids.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { newTask, type EdgeOrigin, type Task } from '#core/task.ts';
import { contains, formatTime, ms, type Ms } from '#core/time.ts';
import type { Step } from './step.ts';
import { named, refuse, withEdge, type Ground } from './task-edits.ts';

interface Split {
  /** The one meant, where both a task and a part of it lie there. */
  readonly chosen?: TaskId | undefined;
  readonly origin?: EdgeOrigin;
}

/** Ends the task under `at` there and makes a new, unnamed one of the rest, to which the parts that lie
 * there go. */
export function splitTask(
  { tasks, makeId }: Ground,
  at: Ms,
  { chosen, origin = 'hand' }: Split = {},
): OutcomeOf<Step> {
  const cut = ms(Math.round(at));
  const there = tasks.filter((each) => contains(each, cut));
  const task = there.find((each) => each.id === chosen) ?? there.at(-1);
  if (!task) return refuse(`There is no task at ${formatTime(cut)} to split.`);
  if (cut - task.startsMs < shortestTaskMs || task.endsMs - cut < shortestTaskMs)
    return refuse(`This is the very edge of ${named(tasks, task)}. Move further in to split it.`);
  const parts = tasks.filter((each) => each.parentId === task.id);
  const across = parts.find((part) => part.startsMs < cut && cut < part.endsMs);
  if (across)
    return refuse(
      `${capital(named(tasks, across))} lies across ${formatTime(cut)}. Choose and split that one first.`,
    );
  const rest: Task = newTask(
    makeId(),
    { startsMs: cut, endsMs: task.endsMs },
    {
      startOrigin: origin,
      endOrigin: task.endOrigin,
      ...(task.parentId !== undefined && { parentId: task.parentId }),
    },
  );
  const edits: Edit[] = [
    { kind: 'change task', before: task, after: withEdge(task, 'end', cut, origin) },
    ...parts
      .filter((part) => part.startsMs >= cut)
      .map((part): Edit => ({
        kind: 'change task',
        before: part,
        after: { ...part, parentId: rest.id },
      })),
    { kind: 'add task', task: rest },
  ];
  return succeed({ edit: { kind: 'together', edits } });
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
