import { expect, test } from 'vitest';
import type { IntentId, TaskId } from './ids.ts';
import { checkSubmittable, checkTasks, type Asking } from './check-tasks.ts';
import { newTask, type Task } from './task.ts';
import { ms } from './time.ts';

const task = (startsMs: number, endsMs: number, more: Partial<Task> = {}): Task =>
  newTask(
    `${startsMs}-${endsMs}` as TaskId,
    { startsMs: ms(startsMs), endsMs: ms(endsMs) },
    {
      instruction: 'Find order 1042',
      intentId: 'intent' as IntentId,
      outcome: 'success',
      ...more,
    },
  );

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

const part = (startsMs: number, endsMs: number, parent: Task, more: Partial<Task> = {}) =>
  task(startsMs, endsMs, { parentId: parent.id, ...more });

test('subtasks lie inside of their task, beside each other, one level down', () => {
  const [whole, other] = [task(0, 100), task(100, 150)];
  const first = part(0, 40, whole);
  expect(checkTasks([whole, other, first, part(40, 100, whole)], ms(200)).ok).toBe(true);
  const broken = checkTasks(
    [whole, first, part(30, 60, whole), part(90, 120, whole), part(5, 9, first)],
    ms(200),
  );
  expect(broken.ok ? [] : broken.problems.map(({ path }) => path)).toEqual([
    'task 1.1',
    'task 1.1.1',
    'task 1.3',
  ]);
});

test('of a subtask only what it is for is asked', () => {
  const whole = task(0, 100);
  const bare = { intentId: undefined, outcome: undefined };
  expect(checkSubmittable([whole, part(0, 40, whole, bare)]).ok).toBe(true);
  const unnamed = checkSubmittable([whole, part(0, 40, whole, { ...bare, instruction: '' })]);
  expect(unnamed.ok ? [] : unnamed.problems.map(({ path }) => path)).toEqual([
    'task 1.1 instruction',
  ]);
});

const asking = (more: Partial<Asking>): Asking => ({
  requiredFields: ['instruction', 'intent'],
  intents: [],
  ...more,
});
const pathsOf = (tasks: readonly Task[], asked: Asking) => {
  const checked = checkSubmittable(tasks, asked);
  return checked.ok ? [] : checked.problems.map(({ path }) => path);
};

test('the label set says what is asked', () => {
  const bare = task(0, 10, { outcome: undefined });
  expect(pathsOf([bare], asking({}))).toEqual([]);
  const notes = asking({ requiredFields: ['instruction', 'intent', 'outcome', 'notes'] });
  expect(pathsOf([bare], notes)).toEqual(['task 1 outcome', 'task 1 notes']);
});

test('an intent that is no longer used is not handed in', () => {
  const intent = { id: 'intent' as IntentId, slug: 'find', title: 'Find' };
  expect(pathsOf([task(0, 10)], asking({ intents: [intent] }))).toEqual([]);
  expect(pathsOf([task(0, 10)], asking({ intents: [{ ...intent, retired: true }] }))).toEqual([
    'task 1 intent',
  ]);
});
