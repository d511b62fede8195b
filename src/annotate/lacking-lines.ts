/** What is missing before submitting, in one line per task. */

import { taskFields, type RequiredField } from '#core/label-set.ts';
import type { Problem } from '#core/outcome-of.ts';
import type { Task } from '#core/task.ts';
import { numberOf } from '#core/task-number.ts';
import { fieldOf } from '#naming/field-of.ts';
import type { TaskField } from '#naming/naming.svelte.ts';

export interface LackingLine {
  readonly sentence: string;
  /** Where it is mended first; absent where no task is named. */
  readonly at?: { readonly task: Task; readonly field: TaskField };
}

const nouns = { instruction: 'an instruction', outcome: 'an outcome', notes: 'notes' } as const;
const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export function lackingLines(
  problems: readonly Problem[],
  tasks: readonly Task[],
): readonly LackingLine[] {
  const numberAt = ({ path }: Problem) => fieldOf(path)?.number;
  return [...new Set(problems.map(numberAt))].flatMap((number): LackingLine[] => {
    const found = problems.filter((each) => numberAt(each) === number);
    const task = tasks.find((each) => numberOf(tasks, each.id) === number);
    const fields = taskFields.filter((field) =>
      found.some(({ path }) => fieldOf(path)?.field === field),
    );
    const [field] = fields;
    if (!task || !field) return found.map(({ sentence }) => ({ sentence }));
    const lacks = inWords.format(fields.map((each) => nounOf(each, task)));
    return [{ sentence: `Task ${number} lacks ${lacks}`, at: { task, field } }];
  });
}

function nounOf(field: RequiredField, task: Task): string {
  if (field === 'intent') return task.intentId ? 'an intent that is still used' : 'an intent';
  return nouns[field];
}
