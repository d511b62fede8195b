import type { Task } from './task.ts';
import { byStart } from './task.ts';
import { unreachable } from './unreachable.ts';

/** One change of an annotation's tasks, complete enough to be undone. */
export type Edit =
  | { readonly kind: 'add task'; readonly task: Task }
  | { readonly kind: 'remove task'; readonly task: Task }
  | { readonly kind: 'change task'; readonly before: Task; readonly after: Task }
  | { readonly kind: 'together'; readonly edits: readonly Edit[] };

/** The tasks after `edit`, in order of start. Throws when the edit does not fit them. */
export function applyEdit(tasks: readonly Task[], edit: Edit): readonly Task[] {
  switch (edit.kind) {
    case 'add task':
      if (tasks.some((task) => task.id === edit.task.id))
        throw new Error(`task ${edit.task.id} is already there`);
      return [...tasks, edit.task].sort(byStart);
    case 'remove task':
      indexOf(tasks, edit.task);
      return tasks.filter((task) => task.id !== edit.task.id);
    case 'change task':
      indexOf(tasks, edit.before);
      return tasks.map((task) => (task.id === edit.after.id ? edit.after : task)).sort(byStart);
    case 'together':
      return edit.edits.reduce(applyEdit, tasks);
    default:
      return unreachable(edit);
  }
}

/** The edit that undoes `edit`. */
export function invertEdit(edit: Edit): Edit {
  switch (edit.kind) {
    case 'add task':
      return { kind: 'remove task', task: edit.task };
    case 'remove task':
      return { kind: 'add task', task: edit.task };
    case 'change task':
      return { kind: 'change task', before: edit.after, after: edit.before };
    case 'together':
      return { kind: 'together', edits: edit.edits.map(invertEdit).reverse() };
    default:
      return unreachable(edit);
  }
}

function indexOf(tasks: readonly Task[], task: Task): number {
  const index = tasks.findIndex((each) => each.id === task.id);
  if (index < 0) throw new Error(`task ${task.id} is not there`);
  return index;
}
