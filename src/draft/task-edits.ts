/** The steps that an annotator's acts come to, or a sentence why not. Each keeps the rules of
 * `checkTasks`: no task is ever shoved, shortened or overlapped by another. */

import type { Content } from '#core/content.ts';
import type { Edit } from '#core/edit.ts';
import type { TaskId } from '#core/ids.ts';
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { isSubtask, newTask, type Task } from '#core/task.ts';
import { numberOf } from '#core/task-number.ts';
import { contains, formatTime, ms, type Ms, type Span } from '#core/time.ts';
import { clampEdge, edgeRoom, type Edge } from '#core/edge-room.ts';
import type { Step } from './edit-history.ts';

const shortestTaskMs = 10;

/** What is said so far, how long the session is, and how new tasks are named. */
export interface Ground extends Content {
  readonly durationMs: Ms;
  readonly makeId: () => TaskId;
}

/** What an act comes to, or a sentence why not. */
export type Plan = (ground: Ground) => OutcomeOf<Step>;

export const refuse = (sentence: string): OutcomeOf<never> => fail({ path: 'tasks', sentence });

/** `at` in whole milliseconds, where a task may start. */
export function startAt({ tasks, durationMs }: Ground, at: Ms): OutcomeOf<Ms> {
  const starts = ms(Math.round(Math.max(0, at)));
  const inside = tasks.find((task) => !isSubtask(task) && contains(task, starts));
  if (inside)
    return refuse(
      `${formatTime(starts)} lies inside task ${numberOf(tasks, inside.id)}. Split that task, or start after it.`,
    );
  if (starts > durationMs - shortestTaskMs)
    return refuse('The session ends here, so no task can start.');
  return succeed(starts);
}

/** A task over `span`, ending early where the next task comes sooner. */
export function addTask(ground: Ground, span: Span): OutcomeOf<Step> {
  const starts = startAt(ground, span.startsMs);
  if (!starts.ok) return starts;
  const startsMs = starts.value;
  const after = ground.tasks.map((task) => task.startsMs).filter((each) => each >= startsMs);
  const endsMs = ms(Math.min(Math.round(span.endsMs), ground.durationMs, ...after));
  if (endsMs - startsMs < shortestTaskMs)
    return refuse(
      `A task must end after it starts, and this one starts at ${formatTime(startsMs)}. Move on and try again.`,
    );
  const task = newTask(ground.makeId(), { startsMs, endsMs });
  return succeed({ edit: { kind: 'add task', task } });
}

/** Opens a task at `at`; where one is open, it starts there instead. */
export function markStart(ground: Ground, at: Ms): OutcomeOf<Step> {
  const starts = startAt(ground, at);
  return starts.ok ? succeed({ edit: markEdit(ground.marking, starts.value) }) : starts;
}

export const cancelMark = ({ marking }: Ground): OutcomeOf<Step> =>
  succeed({ edit: markEdit(marking, undefined) });

/** Ends the open task; with `reopen`, the next one opens where it ends. */
export function endMark(ground: Ground, at: Ms, reopen: boolean): OutcomeOf<Step> {
  const { marking } = ground;
  if (marking === undefined)
    return refuse('No task is open. Mark where one starts, then where it ends.');
  const step = addTask(ground, { startsMs: marking, endsMs: at });
  if (!step.ok) return step;
  const next = startAt(ground, at);
  const after = reopen && next.ok ? next.value : undefined;
  const edits = [step.value.edit, markEdit(marking, after)];
  return succeed({ edit: { kind: 'together', edits } });
}

const markEdit = (before: Ms | undefined, after: Ms | undefined): Edit => ({
  kind: 'mark',
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

export function changeTask(task: Task, change: Partial<Task>, gesture?: string): OutcomeOf<Step> {
  const after = { ...task, ...change };
  return succeed({ edit: { kind: 'change task', before: task, after }, gesture });
}

export function removeTask(task: Task): OutcomeOf<Step> {
  return succeed({ edit: { kind: 'remove task', task } });
}

/** Moves an edge as far towards `at` as its neighbours leave room. */
export function moveEdge(
  { tasks, durationMs }: Ground,
  task: Task,
  { edge, at }: { edge: Edge; at: Ms },
  gesture?: string,
): OutcomeOf<Step> {
  const moved = clampEdge(edgeRoom(tasks, task, edge, durationMs), at);
  return changeTask(task, edge === 'start' ? { startsMs: moved } : { endsMs: moved }, gesture);
}

/** Ends the task under `at` there and makes a new, unnamed one of the rest. */
export function splitTask({ tasks, makeId }: Ground, at: Ms): OutcomeOf<Step> {
  const cut = ms(Math.round(at));
  const task = tasks.findLast((each) => contains(each, cut));
  if (!task) return refuse(`There is no task at ${formatTime(cut)} to split.`);
  if (cut - task.startsMs < shortestTaskMs || task.endsMs - cut < shortestTaskMs)
    return refuse('This is the very edge of the task. Move further in to split it.');
  const rest = newTask(
    makeId(),
    { startsMs: cut, endsMs: task.endsMs },
    { endOrigin: task.endOrigin, parentId: task.parentId },
  );
  const edits: Edit[] = [
    { kind: 'change task', before: task, after: { ...task, endsMs: cut } },
    { kind: 'add task', task: rest },
  ];
  return succeed({ edit: { kind: 'together', edits } });
}

/** The edit that turns one set of tasks into another. */
export function replaceTasks(from: readonly Task[], to: readonly Task[]): Edit {
  return {
    kind: 'together',
    edits: [
      ...from.map((task): Edit => ({ kind: 'remove task', task })),
      ...to.map((task): Edit => ({ kind: 'add task', task })),
    ],
  };
}

/** The task an edit is about, for the screen to turn to; the last where there are several. */
export function taskOf(edit: Edit): TaskId | undefined {
  switch (edit.kind) {
    case 'add task':
    case 'remove task':
      return edit.task.id;
    case 'change task':
      return edit.after.id;
    case 'together':
      return edit.edits.map(taskOf).findLast((id) => id !== undefined);
    default:
      return undefined;
  }
}
