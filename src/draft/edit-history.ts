/** What can be undone and redone, as values. One gesture (a drag, the typing of a sentence) is one
 * step, however many edits it took. */

import { invertEdit, type Edit } from '#core/edit.ts';

export interface Step {
  readonly edit: Edit;
  readonly gesture?: string;
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
  return { ...history, done: [...history.done.slice(0, -1), { edit: last.edit }] };
}

/** Two changes of one task as one; nothing where they don't follow from each other. */
export function mergeEdits(first: Edit, second: Edit): Edit | undefined {
  if (first.kind !== 'change task' || second.kind !== 'change task') return undefined;
  if (first.after.id !== second.before.id) return undefined;
  return { kind: 'change task', before: first.before, after: second.after };
}

export function changesNothing(edit: Edit): boolean {
  if (edit.kind === 'together') return edit.edits.every(changesNothing);
  if (!('before' in edit || 'after' in edit)) return false;
  return sameValue(edit.before, edit.after);
}

/** Of plain data; a field that is undefined is as good as absent. */
function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => sameValue(left[name], right[name]));
}

export interface Walked {
  readonly history: EditHistory;
  /** What must be applied now. */
  readonly edit: Edit;
}

export function stepBack({ done, undone }: EditHistory): Walked | undefined {
  const step = done.at(-1);
  if (step === undefined) return undefined;
  return {
    history: { done: done.slice(0, -1), undone: [...undone, { edit: step.edit }] },
    edit: invertEdit(step.edit),
  };
}

export function stepForward({ done, undone }: EditHistory): Walked | undefined {
  const step = undone.at(-1);
  if (step === undefined) return undefined;
  return {
    history: { done: [...done, step], undone: undone.slice(0, -1) },
    edit: step.edit,
  };
}
