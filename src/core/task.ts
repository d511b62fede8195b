import type { IntentId, TaskId } from './ids.ts';
import type { Span } from './time.ts';

export const outcomes = ['success', 'partial', 'failure', 'abandoned'] as const;

/** How the task ended, as the annotator judged it. Unlabeled is `undefined`, never a default. */
export type Outcome = (typeof outcomes)[number];

export const taskFlags = ['unclear', 'interrupted', 'off the site', 'personal data'] as const;

/** What whoever comes after should look at twice. */
export type TaskFlag = (typeof taskFlags)[number];

/** How an edge came to stand where it does: set by hand at the playhead or by dragging, set while
 * playing and moved back by the annotator's reaction lag, brought to a meaning point, or taken over
 * from a suggestion as it was. */
export type EdgeOrigin = 'hand' | 'lag' | 'snap' | 'suggestion';

/** Where a task came from that no person drew first. */
export interface TaskSource {
  /** What made it: `tasktape/1`, or the name a model of the project's own gives itself. */
  readonly suggester: string;
  /** How sure it was, 0 to 1: the suggestion's score. */
  readonly certainty: number;
}

/** A labeled span of a session. */
export interface Task extends Span {
  readonly id: TaskId;
  /** The task it is a part of; that one has no parent itself. */
  readonly parentId?: TaskId;
  readonly instruction: string;
  readonly intentId?: IntentId;
  readonly outcome?: Outcome;
  readonly flags: readonly TaskFlag[];
  readonly notes: string;
  readonly startOrigin: EdgeOrigin;
  readonly endOrigin: EdgeOrigin;
  readonly source?: TaskSource;
}

/** In order of time, each subtask after the task it is a part of. */
export function byStart(a: Task, b: Task): number {
  return a.startsMs - b.startsMs || Number(isSubtask(a)) - Number(isSubtask(b));
}

export const isSubtask = (task: Pick<Task, 'parentId'>): boolean => task.parentId !== undefined;

/** The tasks beside `task`: of the same parent, or of none as it is. */
export function siblingsOf(tasks: readonly Task[], task: Pick<Task, 'id' | 'parentId'>): Task[] {
  return tasks.filter((each) => each.id !== task.id && each.parentId === task.parentId);
}

/** A task of which nothing is said yet. */
export const newTask = (
  id: TaskId,
  { startsMs, endsMs }: Span,
  more: Partial<Task> = {},
): Task => ({
  id,
  startsMs,
  endsMs,
  instruction: '',
  flags: [],
  notes: '',
  startOrigin: 'hand',
  endOrigin: 'hand',
  ...more,
});
