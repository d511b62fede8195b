import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, invertEdit, type Edit } from './edit.ts';
import type { TaskId } from './ids.ts';
import type { Task } from './task.ts';
import { ms } from './time.ts';

const task = (id: number, startsMs: number, length = 10): Task => ({
  id: `task-${id}` as TaskId,
  startsMs: ms(startsMs),
  endsMs: ms(startsMs + length),
  instruction: '',
  notes: '',
});

/** Tasks at 0, 100, 200 … and an edit that fits them. */
const fitting = fc
  .integer({ min: 1, max: 6 })
  .map((count) => Array.from({ length: count }, (_, index) => task(index, index * 100)))
  .chain((tasks) =>
    fc.tuple(
      fc.constant(tasks),
      fc.oneof(
        fc.nat(900).map((at): Edit => ({ kind: 'add task', task: task(99, 1000 + at) })),
        fc.constantFrom(...tasks).map((each): Edit => ({ kind: 'remove task', task: each })),
        fc.tuple(fc.constantFrom(...tasks), fc.string()).map(([before, instruction]): Edit => ({
          kind: 'change task',
          before,
          after: { ...before, instruction },
        })),
      ),
    ),
  );

test('invertEdit undoes applyEdit', () => {
  fc.assert(
    fc.property(fitting, ([tasks, edit]) => {
      expect(applyEdit(applyEdit(tasks, edit), invertEdit(edit))).toEqual(tasks);
      const both: Edit = {
        kind: 'together',
        edits: [edit, { kind: 'add task', task: task(77, 5000) }],
      };
      expect(applyEdit(applyEdit(tasks, both), invertEdit(both))).toEqual(tasks);
      expect(invertEdit(invertEdit(both))).toEqual(both);
    }),
  );
});

test('an edit that does not fit is a mistake, not a silent loss', () => {
  expect(() => applyEdit([], { kind: 'remove task', task: task(1, 0) })).toThrow('not there');
  expect(() => applyEdit([task(1, 0)], { kind: 'add task', task: task(1, 50) })).toThrow(
    'already there',
  );
});
