/** The steps that an annotator's acts come to, or a sentence why not. Each keeps the rules of
 * `checkTasks`: no task is ever shoved, shortened or overlapped by another. */

import type { Content } from '#core/content.ts';
import type { Edit } from '#core/edit.ts';
import { clampEdge, edgeRoom, shortestTaskMs, type Edge } from '#core/edge-room.ts';
import type { TaskId } from '#core/ids.ts';
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { isSubtask, newTask, type EdgeOrigin, type Task } from '#core/task.ts';
import { numberOf } from '#core/task-number.ts';
import { contains, formatTime, ms, type Ms, type Span } from '#core/time.ts';
import { clearOfNotWork } from './not-work-edits.ts';
import type { Step } from './step.ts';

/** What is said so far, how long the session is, and how new tasks are named. */
export interface Ground extends Content {
  readonly durationMs: Ms;
  readonly makeId: () => TaskId;
}

/** What an act comes to, or a sentence why not. */
export type Plan = (ground: Ground) => OutcomeOf<Step>;

export const refuse = (sentence: string): OutcomeOf<never> => fail({ path: 'tasks', sentence });

/** The task standing by itself that `at` lies in. */
export const taskAt = (tasks: readonly Task[], at: Ms): Task | undefined =>
  tasks.find((task) => !isSubtask(task) && contains(task, at));

/** `at` in whole milliseconds, where a task may start; inside of `parent`, where a part of it may. */
export function startAt({ tasks, durationMs }: Ground, at: Ms, parent?: Task): OutcomeOf<Ms> {
  const starts = ms(Math.round(Math.max(0, at)));
  const inside = tasks.find((task) => task.parentId === parent?.id && contains(task, starts));
  if (inside)
    return refuse(
      `${formatTime(starts)} lies inside ${named(tasks, inside)}. Split that ${parent ? 'subtask' : 'task'}, or start after it.`,
    );
  if (starts > (parent?.endsMs ?? durationMs) - shortestTaskMs)
    return refuse(
      parent
        ? `Task ${numberOf(tasks, parent.id)} ends here, so no subtask can start.`
        : 'The session ends here, so no task can start.',
    );
  return succeed(starts);
}

/** A task over `span`, ending early where the next task comes sooner, or the one it is a part of ends. */
export function addTask(ground: Ground, span: Span, more: Partial<Task> = {}): OutcomeOf<Step> {
  const parent = ground.tasks.find((each) => each.id === more.parentId);
  const starts = startAt(ground, span.startsMs, parent);
  if (!starts.ok) return starts;
  const startsMs = starts.value;
  const limit = ground.tasks
    .filter((each) => each.parentId === parent?.id && each.startsMs >= startsMs)
    .reduce<number>(
      (sooner, each) => Math.min(sooner, each.startsMs),
      parent?.endsMs ?? ground.durationMs,
    );
  const endsMs = ms(Math.min(Math.round(span.endsMs), limit));
  if (endsMs - startsMs < shortestTaskMs)
    return refuse(
      `A task must end after it starts, and this one starts at ${formatTime(startsMs)}. Move on and try again.`,
    );
  const task = newTask(ground.makeId(), { startsMs, endsMs }, more);
  return succeed({ edit: { kind: 'add task', task } });
}

/** Opens a task at `at`; where one is open, it starts there instead. */
export function markStart(ground: Ground, at: Ms): OutcomeOf<Step> {
  const starts = startAt(ground, at);
  return starts.ok ? succeed({ edit: markEdit(ground.marking, starts.value) }) : starts;
}

export const cancelMark = ({ marking }: Ground): OutcomeOf<Step> =>
  succeed({ edit: markEdit(marking, undefined) });

/** How the edges of a new task came to stand where they do. */
export type EdgeOrigins = Partial<Pick<Task, 'startOrigin' | 'endOrigin'>>;

/** Ends the open task; with `reopen`, the next one opens where it ends. What was opened inside of a
 * task becomes a part of it. */
export function endMark(
  ground: Ground,
  at: Ms,
  reopen: boolean,
  origins: EdgeOrigins = {},
): OutcomeOf<Step> {
  const { marking, tasks } = ground;
  if (marking === undefined)
    return refuse('No task is open. Mark where one starts, then where it ends.');
  const parent = taskAt(tasks, marking);
  const more = { ...origins, ...(parent && { parentId: parent.id }) };
  const step = addTask(ground, { startsMs: marking, endsMs: at }, more);
  if (!step.ok) return step;
  const next = startAt(ground, at, parent && contains(parent, at) ? parent : undefined);
  const after = reopen && next.ok ? next.value : undefined;
  const edits = [step.value.edit, markEdit(marking, after)];
  return succeed({ edit: { kind: 'together', edits } });
}

export const markEdit = (before: Ms | undefined, after: Ms | undefined): Edit => ({
  kind: 'mark',
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

export function changeTask(task: Task, change: Partial<Task>, gesture?: string): OutcomeOf<Step> {
  const after = { ...task, ...change };
  return succeed({ edit: { kind: 'change task', before: task, after }, gesture });
}

/** Takes a task away, and its parts with it. */
export function removeTask({ tasks }: Pick<Ground, 'tasks'>, task: Task): OutcomeOf<Step> {
  const parts = tasks.filter((each) => each.parentId === task.id);
  if (parts.length === 0) return succeed({ edit: { kind: 'remove task', task } });
  const edits = [task, ...parts].map((each): Edit => ({ kind: 'remove task', task: each }));
  return succeed({ edit: { kind: 'together', edits } });
}

/** A task with an edge at `at`. Where it stood there before, it stays as it was, and how it came there. */
export function withEdge(task: Task, edge: Edge, at: Ms, origin: EdgeOrigin): Task {
  if (edge === 'start')
    return at === task.startsMs ? task : { ...task, startsMs: at, startOrigin: origin };
  return at === task.endsMs ? task : { ...task, endsMs: at, endOrigin: origin };
}

/** Moves an edge as far towards `at` as its neighbours leave room. */
export function moveEdge(
  { tasks, notWork, durationMs }: Ground,
  task: Task,
  { edge, at, origin = 'hand' }: { edge: Edge; at: Ms; origin?: EdgeOrigin },
  gesture?: string,
): OutcomeOf<Step> {
  const clear = clearOfNotWork(notWork, task, edge, at);
  const moved = clampEdge(edgeRoom(tasks, task, edge, durationMs), clear);
  return changeTask(task, withEdge(task, edge, moved, origin), gesture);
}

/** `task 2`, `subtask 2.1`. */
export const named = (tasks: readonly Task[], task: Task): string =>
  `${isSubtask(task) ? 'subtask' : 'task'} ${numberOf(tasks, task.id)}`;

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
