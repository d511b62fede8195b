import { taskFields, usualFields, type LabelSet, type RequiredField } from './label-set.ts';
import { fail, succeed, type OutcomeOf, type Problem } from './outcome-of.ts';
import { byStart, isSubtask, siblingsOf, type Task } from './task.ts';
import { numberOf } from './task-number.ts';
import { formatTime, overlaps, type Ms } from './time.ts';

/** The rules every set of tasks keeps at all times: positive length, no overlap among siblings,
 * subtasks inside of their task and no deeper. */
export function checkTasks(tasks: readonly Task[], durationMs: Ms): OutcomeOf<readonly Task[]> {
  const problems: Problem[] = [];
  const sorted = [...tasks].sort(byStart);
  for (const task of sorted) {
    const path = `task ${numberOf(sorted, task.id)}`;
    const parent = sorted.find((each) => each.id === task.parentId);
    if (!(task.endsMs > task.startsMs))
      problems.push({ path, sentence: 'A task must end after it starts.' });
    if (task.startsMs < 0 || task.endsMs > durationMs)
      problems.push({
        path,
        sentence: `A task must lie within the session (0:00.000 to ${formatTime(durationMs)}).`,
      });
    if (isSubtask(task) && (parent === undefined || isSubtask(parent)))
      problems.push({ path, sentence: 'A subtask is part of a task that stands by itself.' });
    if (parent && (task.startsMs < parent.startsMs || task.endsMs > parent.endsMs))
      problems.push({ path, sentence: 'A subtask lies inside of the task it is a part of.' });
    const next = siblingsOf(sorted, task).find(
      (each) => byStart(each, task) >= 0 && overlaps(task, each),
    );
    if (next)
      problems.push({
        path,
        sentence: `It overlaps task ${numberOf(sorted, next.id)} at ${formatTime(next.startsMs)}. Tasks of one annotation may touch but not overlap.`,
      });
  }
  return problems.length > 0 ? fail(...problems) : succeed(sorted);
}

/** What a label set says of submitting. */
export type Asking = Pick<LabelSet, 'requiredFields' | 'intents'>;

const usual: Asking = { requiredFields: usualFields, intents: [] };

const lacks: Readonly<Record<RequiredField, (task: Task) => boolean>> = {
  instruction: (task) => task.instruction.trim() === '',
  intent: (task) => task.intentId === undefined,
  outcome: (task) => task.outcome === undefined,
  notes: (task) => task.notes.trim() === '',
};

const lackSentences: Readonly<Record<RequiredField, string>> = {
  instruction: 'has no instruction: say what the person set out to do.',
  intent: 'has no intent.',
  outcome: 'has no outcome.',
  notes: 'has no notes, and the labels of this project ask for them.',
};

/** What is missing before an annotation may be submitted. Of subtasks only an instruction is asked. */
export function checkSubmittable(
  tasks: readonly Task[],
  { requiredFields, intents }: Asking = usual,
): OutcomeOf<readonly Task[]> {
  if (tasks.length === 0)
    return fail({ path: 'tasks', sentence: 'Mark at least one task before submitting.' });
  const retired = new Map(intents.filter((each) => each.retired).map((each) => [each.id, each]));
  const problems = [...tasks].sort(byStart).flatMap((task): Problem[] => {
    const number = numberOf(tasks, task.id);
    const missing = taskFields
      .filter((field) => requiredFields.includes(field) && lacks[field](task))
      .filter((field) => field === 'instruction' || !isSubtask(task))
      .map((field) => ({
        path: `task ${number} ${field}`,
        sentence: `Task ${number} ${lackSentences[field]}`,
      }));
    const gone = task.intentId && retired.get(task.intentId);
    if (!gone) return missing;
    const sentence = `The intent of task ${number}, “${gone.title}”, is no longer used: choose another.`;
    return [...missing, { path: `task ${number} intent`, sentence }];
  });
  return problems.length > 0 ? fail(...problems) : succeed(tasks);
}
