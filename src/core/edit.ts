import type { ActionLabel } from './action-label.ts';
import { contentOf, type Content } from './content.ts';
import type { NotWork } from './not-work.ts';
import type { Task } from './task.ts';
import { byStart } from './task.ts';
import type { Ms } from './time.ts';
import { unreachable } from './unreachable.ts';

/** One change of what an annotator says, complete enough to be undone. */
export type Edit =
  | { readonly kind: 'add task'; readonly task: Task }
  | { readonly kind: 'remove task'; readonly task: Task }
  | { readonly kind: 'change task'; readonly before: Task; readonly after: Task }
  /** Of one action; absent where nothing is said of it. */
  | {
      readonly kind: 'label action';
      readonly before?: ActionLabel;
      readonly after?: ActionLabel;
    }
  | { readonly kind: 'add not work'; readonly stretch: NotWork }
  | { readonly kind: 'remove not work'; readonly stretch: NotWork }
  /** Where the task now being marked starts; absent where none is. */
  | { readonly kind: 'mark'; readonly before?: Ms; readonly after?: Ms }
  | { readonly kind: 'together'; readonly edits: readonly Edit[] };

/** What is said after `edit`. Throws when the edit does not fit what was said before. */
export function applyEdit(content: Content, edit: Edit): Content {
  switch (edit.kind) {
    case 'add task':
    case 'remove task':
    case 'change task':
      return { ...content, tasks: changeTasks(content.tasks, edit) };
    case 'label action':
      return { ...content, actionLabels: relabel(content.actionLabels, edit) };
    case 'add not work':
      if (content.notWork.some(({ id }) => id === edit.stretch.id))
        throw new Error(`stretch ${edit.stretch.id} is already there`);
      return {
        ...content,
        notWork: [...content.notWork, edit.stretch].sort((a, b) => a.startsMs - b.startsMs),
      };
    case 'remove not work':
      if (!content.notWork.some(({ id }) => id === edit.stretch.id))
        throw new Error(`stretch ${edit.stretch.id} is not there`);
      return { ...content, notWork: content.notWork.filter(({ id }) => id !== edit.stretch.id) };
    case 'mark': {
      const { tasks, actionLabels, notWork } = content;
      return contentOf({ tasks, actionLabels, notWork, marking: edit.after });
    }
    case 'together':
      return edit.edits.reduce(applyEdit, content);
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
    case 'label action':
    case 'mark': {
      const { kind, before, after } = edit;
      return {
        kind,
        ...(after !== undefined && { before: after }),
        ...(before !== undefined && { after: before }),
      } as Edit;
    }
    case 'add not work':
      return { kind: 'remove not work', stretch: edit.stretch };
    case 'remove not work':
      return { kind: 'add not work', stretch: edit.stretch };
    case 'together':
      return { kind: 'together', edits: edit.edits.map(invertEdit).reverse() };
    default:
      return unreachable(edit);
  }
}

type TaskEdit = Extract<Edit, { kind: 'add task' | 'remove task' | 'change task' }>;

function changeTasks(tasks: readonly Task[], edit: TaskEdit): readonly Task[] {
  const { id } = edit.kind === 'change task' ? edit.before : edit.task;
  const isThere = tasks.some((task) => task.id === id);
  if (isThere === (edit.kind === 'add task'))
    throw new Error(`task ${id} is ${isThere ? 'already' : 'not'} there`);
  if (edit.kind === 'add task') return [...tasks, edit.task].sort(byStart);
  if (edit.kind === 'remove task') return tasks.filter((task) => task.id !== id);
  return tasks.map((task) => (task.id === id ? edit.after : task)).sort(byStart);
}

function relabel(
  labels: readonly ActionLabel[],
  { before, after }: Extract<Edit, { kind: 'label action' }>,
): readonly ActionLabel[] {
  const action = (after ?? before)?.action;
  const others = labels.filter((each) => each.action !== action);
  if (others.length < labels.length !== (before !== undefined))
    throw new Error(`the label of action ${action} is not as it was`);
  return after === undefined ? others : [...others, after];
}
