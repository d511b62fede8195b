import type { Edit } from './edit.ts';
import type { LogEntry } from './log-entry.ts';
import { newTask, type Task } from './task.ts';

/** An entry as it is written today, of one from before tasks had flags and the origins of their edges. */
export function wholeEntry<E extends LogEntry>(entry: E): E {
  switch (entry.kind) {
    case 'add task':
    case 'remove task':
      return { ...entry, task: wholeTask(entry.task) };
    case 'change task':
      return { ...entry, before: wholeTask(entry.before), after: wholeTask(entry.after) };
    case 'together':
      return { ...entry, edits: entry.edits.map((edit: Edit) => wholeEntry(edit)) };
    default:
      return entry;
  }
}

export const wholeTask = (task: Task): Task => newTask(task.id, task, task);
