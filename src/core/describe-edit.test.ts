import { expect, test } from 'vitest';
import { noContent } from './content.ts';
import { describeEdit } from './describe-edit.ts';
import type { Edit } from './edit.ts';
import type { IntentId, NotWorkId, TaskId } from './ids.ts';
import { newTask, type Task } from './task.ts';
import { ms } from './time.ts';

const task = (id: string, from: number, to: number, more: Partial<Task> = {}) =>
  newTask(id as TaskId, { startsMs: ms(from), endsMs: ms(to) }, more);
const a = task('a', 1000, 2000);
const b = task('b', 3000, 42_000, { instruction: 'Find order 1042' });
const before = { ...noContent, tasks: [a, b] };
const change = (was: Task, more: Partial<Task>): Edit => ({
  kind: 'change task',
  before: was,
  after: { ...was, ...more },
});
const together = (...edits: Edit[]): Edit => ({ kind: 'together', edits });

test.each<[Edit, string]>([
  [{ kind: 'add task', task: task('c', 2000, 2500) }, 'Added task 2, 0:02.000 to 0:02.500'],
  [{ kind: 'remove task', task: b }, 'Removed task 2 “Find order 1042”'],
  [change(b, { endsMs: ms(42_310) }), 'Moved the end of task 2 to 0:42.310'],
  [change(b, { startsMs: ms(2500) }), 'Moved the start of task 2 to 0:02.500'],
  [change(a, { instruction: 'Open the list' }), 'Named task 1 “Open the list”'],
  [change(b, { instruction: '' }), 'Took the name off task 2'],
  [change(b, { intentId: 'find' as IntentId }), 'Set the intent of task 2 to Find'],
  [change(b, { outcome: 'success' }), 'Set the outcome of task 2 to success'],
  [change(b, { flags: ['unclear'] }), 'Flagged task 2: unclear'],
  [change(b, { notes: 'twice' }), 'Noted on task 2: “twice”'],
  [change(a, { parentId: b.id }), 'Made task 1 a part of task 2'],
  [
    change(a, { instruction: 'x', outcome: 'partial' }),
    'Named task 1 “x”, set the outcome of task 1 to partial',
  ],
  [
    together(change(b, { endsMs: ms(5000) }), { kind: 'add task', task: task('c', 5000, 42_000) }),
    'Split task 2 at 0:05.000',
  ],
  [
    together(change(a, { endsMs: ms(42_000) }), { kind: 'remove task', task: b }),
    'Joined task 2 to task 1',
  ],
  [
    together(change(a, { endsMs: ms(42_000) }), change(b, { parentId: a.id })),
    'Made task 2 a part of task 1',
  ],
  [
    together(
      { kind: 'remove task', task: a },
      { kind: 'remove task', task: b },
      { kind: 'add task', task: task('c', 0, 9) },
    ),
    'Changed several things at once: added 1 task, removed 2 tasks',
  ],
  [
    together({ kind: 'add task', task: task('c', 2000, 2500) }, { kind: 'mark', before: ms(2000) }),
    'Added task 2, 0:02.000 to 0:02.500',
  ],
  [{ kind: 'mark', after: ms(2100) }, 'Opened a task at 0:02.100'],
  [{ kind: 'mark', before: ms(2100) }, 'Dropped the open task'],
  [
    { kind: 'label action', after: { action: '0:1-2:click', wrong: true } },
    'Labeled an action as wrong',
  ],
  [
    {
      kind: 'add not work',
      stretch: { id: 'n' as NotWorkId, startsMs: ms(0), endsMs: ms(1000) },
    },
    'Marked 0:00.000 to 0:01.000 as not work',
  ],
])('%# reads as a sentence', (edit, sentence) => {
  expect(describeEdit(edit, before, () => 'Find')).toBe(sentence);
});

test('without what was said before it, a task has no number', () => {
  expect(describeEdit({ kind: 'remove task', task: b }, undefined)).toBe(
    'Removed a task “Find order 1042”',
  );
});

test('a long or broken text is told in one short line', () => {
  const sentence = describeEdit(change(a, { notes: `one\ntwo ${'x'.repeat(200)}` }), before);
  expect(sentence.length).toBeLessThan(90);
  expect(sentence).toContain('one two');
});
