/** What a task still lacks, and which task is named next. */

import type { IntentId } from '#core/ids.ts';
import { taskFields, usualFields, type Intent, type RequiredField } from '#core/label-set.ts';
import { byStart, isSubtask, type Task } from '#core/task.ts';

/** What a label set asks of a task. */
export interface Asked {
  readonly fields: readonly RequiredField[];
  /** Intents that are not to be chosen any more. */
  readonly retired: ReadonlySet<IntentId>;
}

export const askedOf = (
  intents: readonly Intent[],
  fields: readonly RequiredField[] = usualFields,
): Asked => ({
  fields,
  retired: new Set(intents.filter((each) => each.retired).map((each) => each.id)),
});

/** The fields still to be filled, in the order they are filled in. Of subtasks only an instruction is
 * asked. */
export function lackingOf(task: Task, { fields, retired }: Asked): readonly RequiredField[] {
  return taskFields.filter((field) => {
    if (isSubtask(task) && field !== 'instruction') return false;
    if (field === 'intent' && task.intentId && retired.has(task.intentId)) return true;
    return fields.includes(field) && isMissing(task, field);
  });
}

/** The next task that lacks something: after `from`, then from the first on, and that one itself last. */
export function nextLacking(
  tasks: readonly Task[],
  asked: Asked,
  from: Task | undefined,
): Task | undefined {
  const sorted = [...tasks].sort(byStart);
  const at = sorted.findIndex((task) => task.id === from?.id);
  return [...sorted.slice(at + 1), ...sorted.slice(0, at + 1)].find(
    (task) => lackingOf(task, asked).length > 0,
  );
}

function isMissing(task: Task, field: RequiredField): boolean {
  switch (field) {
    case 'instruction':
    case 'notes':
      return task[field].trim() === '';
    case 'intent':
      return task.intentId === undefined;
    case 'outcome':
      return task.outcome === undefined;
  }
}
