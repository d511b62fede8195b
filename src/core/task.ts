import type { IntentId, TaskId } from './ids.ts';
import type { OutcomeOf, Problem } from './outcome-of.ts';
import { fail, succeed } from './outcome-of.ts';
import { formatTime, overlaps, type Ms, type Span } from './time.ts';

export const outcomes = ['success', 'partial', 'failure', 'abandoned'] as const;

/** How the task ended, as the annotator judged it. Unlabeled is `undefined`, never a default. */
export type Outcome = (typeof outcomes)[number];

/** A labeled span of a session. */
export interface Task extends Span {
  readonly id: TaskId;
  readonly instruction: string;
  readonly intentId?: IntentId;
  readonly outcome?: Outcome;
  readonly notes: string;
}

export function byStart(a: Task, b: Task): number {
  return a.startsMs - b.startsMs;
}

/** The rules every set of tasks keeps at all times: positive length, no overlap. */
export function checkTasks(tasks: readonly Task[], durationMs: Ms): OutcomeOf<readonly Task[]> {
  const problems: Problem[] = [];
  const sorted = [...tasks].sort(byStart);
  for (const [index, task] of sorted.entries()) {
    const path = `task ${index + 1}`;
    if (!(task.endsMs > task.startsMs))
      problems.push({ path, sentence: 'A task must end after it starts.' });
    if (task.startsMs < 0 || task.endsMs > durationMs)
      problems.push({
        path,
        sentence: `A task must lie within the session (0:00.000 to ${formatTime(durationMs)}).`,
      });
    const next = sorted[index + 1];
    if (next && overlaps(task, next))
      problems.push({
        path,
        sentence: `It overlaps task ${index + 2} at ${formatTime(next.startsMs)}. Tasks of one annotation may touch but not overlap.`,
      });
  }
  return problems.length > 0 ? fail(...problems) : succeed(sorted);
}

/** What is missing before an annotation may be submitted. */
export function checkSubmittable(tasks: readonly Task[]): OutcomeOf<readonly Task[]> {
  if (tasks.length === 0)
    return fail({ path: 'tasks', sentence: 'Mark at least one task before submitting.' });
  const problems: Problem[] = [];
  for (const [index, task] of [...tasks].sort(byStart).entries()) {
    const path = `task ${index + 1}`;
    if (task.instruction.trim() === '')
      problems.push({
        path: `${path} instruction`,
        sentence: `Task ${index + 1} has no instruction: say what the person set out to do.`,
      });
    if (task.intentId === undefined)
      problems.push({ path: `${path} intent`, sentence: `Task ${index + 1} has no intent.` });
    if (task.outcome === undefined)
      problems.push({ path: `${path} outcome`, sentence: `Task ${index + 1} has no outcome.` });
  }
  return problems.length > 0 ? fail(...problems) : succeed(tasks);
}
