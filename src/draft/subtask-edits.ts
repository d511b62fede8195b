/** The steps that make parts of tasks, and tasks of parts. */

import { edgeOf, shortestTaskMs } from '#core/edge-room.ts';
import type { Edit } from '#core/edit.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { isSubtask, type Task } from '#core/task.ts';
import { numberOf } from '#core/task-number.ts';
import { contains, formatTime, type Ms } from '#core/time.ts';
import type { Step } from './step.ts';
import {
  endMark,
  markEdit,
  refuse,
  startAt,
  taskAt,
  withEdge,
  type EdgeOrigins,
  type Ground,
} from './task-edits.ts';

/** Ends the part that is open and opens the next; where none is, opens one in the task under `at`. */
export function cutInside(ground: Ground, at: Ms, origins: EdgeOrigins = {}): OutcomeOf<Step> {
  const { tasks, marking } = ground;
  const open = marking === undefined ? undefined : taskAt(tasks, marking);
  if (open) return endMark(ground, at, contains(open, at), origins);
  if (marking !== undefined)
    return refuse(
      `A task is open since ${formatTime(marking)}. End it first; its subtasks can be marked then.`,
    );
  const parent = taskAt(tasks, at);
  if (!parent)
    return refuse(`There is no task at ${formatTime(at)}. Mark the task first, then its subtasks.`);
  const starts = startAt(ground, at, parent);
  return starts.ok ? succeed({ edit: markEdit(marking, starts.value) }) : starts;
}

/** Makes `task` a part of the one before it, which then lasts until its end. */
export function indentTask({ tasks, marking }: Ground, task: Task): OutcomeOf<Step> {
  const number = numberOf(tasks, task.id);
  if (isSubtask(task)) return refuse(`Subtask ${number} can’t be a subtask of a subtask.`);
  if (tasks.some((each) => each.parentId === task.id))
    return refuse(`Task ${number} has subtasks, and subtasks have none.`);
  const before = tasks.findLast((each) => !isSubtask(each) && each.endsMs <= task.startsMs);
  if (!before) return refuse('There is no task before it that it could be a subtask of.');
  if (marking !== undefined && marking >= before.endsMs && marking < task.startsMs)
    return refuse('A task is open between the two. End it first, or drop it with Escape.');
  const edits: Edit[] = [
    {
      kind: 'change task',
      before,
      after: withEdge(before, 'end', task.endsMs, task.endOrigin),
    },
    { kind: 'change task', before: task, after: { ...task, parentId: before.id } },
  ];
  return succeed({ edit: { kind: 'together', edits } });
}

/** Makes a part that stands at an edge of its task a task of its own, beside it. */
export function outdentTask({ tasks }: Ground, task: Task): OutcomeOf<Step> {
  const { parentId, ...alone } = task;
  const parent = tasks.find((each) => each.id === parentId);
  if (!parent) return refuse('It is a task of its own already.');
  const number = numberOf(tasks, parent.id);
  const edge = (['start', 'end'] as const).find(
    (each) => edgeOf(task, each) === edgeOf(parent, each),
  );
  if (edge === undefined)
    return refuse(`It lies in the middle of task ${number}. Split task ${number} at it first.`);
  const left = withEdge(parent, edge, edgeOf(task, edge === 'start' ? 'end' : 'start'), 'hand');
  if (left.endsMs - left.startsMs < shortestTaskMs)
    return refuse(`It is all of task ${number}, of which nothing would be left.`);
  const edits: Edit[] = [
    { kind: 'change task', before: parent, after: left },
    { kind: 'change task', before: task, after: alone },
  ];
  return succeed({ edit: { kind: 'together', edits } });
}
