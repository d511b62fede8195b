import { expect, test } from 'vitest';
import type { IntentId, TaskId } from './ids.ts';
import { checkSubmittable, checkTasks, type Task } from './task.ts';
import { ms } from './time.ts';

const task = (startsMs: number, endsMs: number, more: Partial<Task> = {}): Task => ({
  id: `${startsMs}-${endsMs}` as TaskId,
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  instruction: 'Find order 1042',
  intentId: 'intent' as IntentId,
  outcome: 'success',
  notes: '',
  ...more,
});

test('tasks may touch and come back in order', () => {
  const checked = checkTasks([task(10, 20), task(0, 10)], ms(20));
  expect(checked).toMatchObject({ ok: true, value: [{ startsMs: 0 }, { startsMs: 10 }] });
});

test('every broken rule is told at once', () => {
  const checked = checkTasks([task(0, 50), task(40, 40), task(45, 200)], ms(100));
  expect(checked.ok ? [] : checked.problems.map((problem) => problem.path)).toEqual([
    'task 1',
    'task 2',
    'task 3',
  ]);
});

test('an annotation without tasks is not submittable', () => {
  expect(checkSubmittable([]).ok).toBe(false);
});

test('each missing label is named', () => {
  const checked = checkSubmittable([
    task(0, 10),
    task(10, 20, { instruction: ' ', intentId: undefined, outcome: undefined }),
  ]);
  expect(checked.ok ? [] : checked.problems.map((problem) => problem.sentence)).toEqual([
    'Task 2 has no instruction: say what the person set out to do.',
    'Task 2 has no intent.',
    'Task 2 has no outcome.',
  ]);
  expect(checkSubmittable([task(0, 10)]).ok).toBe(true);
});
