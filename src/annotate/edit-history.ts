/** What can be undone and redone, as values. One gesture (a drag, the typing of a sentence) is one
 * step, however many edits it took. */

import { invertEdit, type Edit } from '#core/edit.ts';
import type { Task } from '#core/task.ts';
import type { Ms } from '#core/time.ts';

export interface Step {
  readonly edit: Edit;
  readonly gesture?: string;
  /** Where a task stood open before and after, for the acts that open and close one. */
  readonly marking?: { readonly before?: Ms; readonly after?: Ms };
}

export interface EditHistory {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const noHistory: EditHistory = { done: [], undone: [] };

const mostSteps = 500;

/** The history after `step`; what was undone before it can't be redone any more. */
export function recordStep(history: EditHistory, step: Step): EditHistory {
  const last = history.done.at(-1);
  const merged =
    last?.gesture !== undefined && last.gesture === step.gesture && history.undone.length === 0
      ? mergeEdits(last.edit, step.edit)
      : undefined;
  if (merged === undefined) return { done: [...history.done, step].slice(-mostSteps), undone: [] };
  const before = history.done.slice(0, -1);
  return {
    done: changesNothing(merged) ? before : [...before, { ...step, edit: merged }],
    undone: [],
  };
}

/** Ends the gesture under way: the next edit starts a step of its own. */
export function endGesture(history: EditHistory): EditHistory {
  const last = history.done.at(-1);
  if (last?.gesture === undefined) return history;
  const { edit, marking } = last;
  return { ...history, done: [...history.done.slice(0, -1), { edit, marking }] };
}

/** Two changes of one task as one; nothing where they don't follow from each other. */
export function mergeEdits(first: Edit, second: Edit): Edit | undefined {
  if (first.kind !== 'change task' || second.kind !== 'change task') return undefined;
  if (first.after.id !== second.before.id) return undefined;
  return { kind: 'change task', before: first.before, after: second.after };
}

export function changesNothing(edit: Edit): boolean {
  if (edit.kind === 'together') return edit.edits.every(changesNothing);
  if (edit.kind !== 'change task') return false;
  const { before, after } = edit;
  return taskFields.every((field) => before[field] === after[field]);
}

const taskFields = [
  'startsMs',
  'endsMs',
  'instruction',
  'intentId',
  'outcome',
  'notes',
] as const satisfies readonly (keyof Task)[];

export interface Walked {
  readonly history: EditHistory;
  /** What must be applied now. */
  readonly edit: Edit;
  readonly step: Step;
}

export function stepBack({ done, undone }: EditHistory): Walked | undefined {
  const step = done.at(-1);
  if (step === undefined) return undefined;
  const { edit, marking } = step;
  return {
    history: { done: done.slice(0, -1), undone: [...undone, { edit, marking }] },
    edit: invertEdit(edit),
    step,
  };
}

export function stepForward({ done, undone }: EditHistory): Walked | undefined {
  const step = undone.at(-1);
  if (step === undefined) return undefined;
  return {
    history: { done: [...done, step], undone: undone.slice(0, -1) },
    edit: step.edit,
    step,
  };
}
