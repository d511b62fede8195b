import { expect, test } from 'vitest';
import { checkSubmittable } from '#core/check-tasks.ts';
import type { IntentId } from '#core/ids.ts';
import { taskFields } from '#core/label-set.ts';
import type { Task } from '#core/task.ts';
import { lackingLines } from './lacking-lines.ts';
import { sketchCutting } from './sketch-cutting.ts';

const retired = 'old' as IntentId;
const asking = {
  requiredFields: taskFields,
  intents: [{ id: retired, slug: 'old', title: 'Old', retired: true }],
};

function linesOf(tasks: readonly Task[]) {
  const checked = checkSubmittable(tasks, asking);
  return lackingLines(checked.ok ? [] : checked.problems, tasks);
}

test('each task has one line, which leads to the first field that it lacks', () => {
  const [first, second] = sketchCutting('a:0-1000 b:2000-3000').draft.tasks;
  const named: Task = {
    ...first!,
    instruction: 'Find it',
    intentId: retired,
    outcome: 'success',
  };
  expect(linesOf([named, second!])).toEqual([
    {
      sentence: 'Task 1 lacks an intent that is still used and notes',
      at: { task: named, field: 'intent' },
    },
    {
      sentence: 'Task 2 lacks an instruction, an intent, an outcome and notes',
      at: { task: second, field: 'instruction' },
    },
  ]);
});

test('without any task the sentence stands as it is', () => {
  expect(linesOf([])).toEqual([{ sentence: 'Mark at least one task before submitting.' }]);
});
