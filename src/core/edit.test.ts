import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, invertEdit, type Edit } from './edit.ts';
import type { NotWorkId, TaskId } from './ids.ts';
import { noContent, type Content } from './content.ts';
import { newTask } from './task.ts';
import type { NotWork } from './not-work.ts';
import { ms } from './time.ts';

const task = (id: number, startsMs: number, length = 10) =>
  newTask(`task-${id}` as TaskId, { startsMs: ms(startsMs), endsMs: ms(startsMs + length) });

const stretch = (id: string, startsMs: number): NotWork => ({
  id: id as NotWorkId,
  startsMs: ms(startsMs),
  endsMs: ms(startsMs + 50),
});

/** Tasks at 0, 100, 200 …, a labeled action, a blanked stretch, and an edit that fits them. */
const fitting = fc
  .integer({ min: 1, max: 6 })
  .map((count): Content => ({
    tasks: Array.from({ length: count }, (_, index) => task(index, index * 100)),
    actionLabels: [{ action: '0:1-2:click', wrong: true }],
    notWork: [stretch('private', 700)],
  }))
  .chain((content) => fc.tuple(fc.constant(content), editOf(content)));

const editOf = ({ tasks, actionLabels, notWork }: Content): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc.nat(900).map((at): Edit => ({ kind: 'add task', task: task(99, 1000 + at) })),
    fc.constantFrom(...tasks).map((each): Edit => ({ kind: 'remove task', task: each })),
    fc.tuple(fc.constantFrom(...tasks), fc.string()).map(([before, instruction]): Edit => ({
      kind: 'change task',
      before,
      after: { ...before, instruction },
    })),
    fc.constantFrom<Edit>(
      { kind: 'label action', before: actionLabels[0] },
      {
        kind: 'label action',
        before: actionLabels[0],
        after: { action: '0:1-2:click', redundant: true },
      },
      { kind: 'label action', after: { action: '0:5-9:type', text: 'anna' } },
      { kind: 'remove not work', stretch: notWork[0]! },
      { kind: 'add not work', stretch: stretch('lunch', 800) },
      { kind: 'mark', after: ms(950) },
    ),
  );

test('invertEdit undoes applyEdit', () => {
  fc.assert(
    fc.property(fitting, ([content, edit]) => {
      expect(applyEdit(applyEdit(content, edit), invertEdit(edit))).toEqual(content);
      const both: Edit = {
        kind: 'together',
        edits: [edit, { kind: 'add task', task: task(77, 5000) }],
      };
      expect(applyEdit(applyEdit(content, both), invertEdit(both))).toEqual(content);
      expect(invertEdit(invertEdit(both))).toEqual(both);
    }),
  );
});

test('an edit that does not fit is a mistake, not a silent loss', () => {
  const one: Content = { ...noContent, tasks: [task(1, 0)] };
  const refusals: [Content, Edit, string][] = [
    [noContent, { kind: 'remove task', task: task(1, 0) }, 'not there'],
    [one, { kind: 'add task', task: task(1, 50) }, 'already there'],
    [noContent, { kind: 'remove not work', stretch: stretch('lunch', 0) }, 'not there'],
    [noContent, { kind: 'label action', before: { action: 'a', wrong: true } }, 'not as it was'],
  ];
  for (const [content, edit, why] of refusals) expect(() => applyEdit(content, edit)).toThrow(why);
});
