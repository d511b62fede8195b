import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgeRoom, type Edge } from './edge-room.ts';
import type { TaskId } from './ids.ts';
import { newTask, type Task } from './task.ts';
import { numberOf } from './task-number.ts';
import { placeTasks } from './task-tree.ts';
import { ms } from './time.ts';

const task = (id: string, startsMs: number, endsMs: number, parentId?: string) =>
  newTask(
    id as TaskId,
    { startsMs: ms(startsMs), endsMs: ms(endsMs) },
    parentId === undefined ? {} : { parentId: parentId as TaskId },
  );

/** Tasks between sorted marks, each with up to three parts. */
const tasks = fc.uniqueArray(fc.nat(1000), { minLength: 2, maxLength: 14 }).map((marks): Task[] => {
  const sorted = marks.map((mark) => mark * 100).sort((a, b) => a - b);
  return sorted.slice(1).flatMap((ends, index) => {
    const starts = sorted[index]!;
    const own = `t${index}`;
    if (index % 3 === 2) return [];
    const part = (n: number) =>
      task(`${own}p${n}`, starts + n * 20, starts + n * 20 + 20 - (n % 2) * 5, own);
    return [task(own, starts, ends), ...Array.from({ length: index % 4 }, (_, n) => part(n))];
  });
});

test('numbers and rooms are those worked out one by one', () => {
  fc.assert(
    fc.property(tasks, (given) => {
      const placed = placeTasks([...given].reverse());
      expect(placed).toHaveLength(given.length);
      for (const { task, number, room } of placed) {
        expect(number).toBe(numberOf(given, task.id));
        for (const edge of ['start', 'end'] satisfies Edge[])
          expect(room(edge, ms(200_000))).toEqual(edgeRoom(given, task, edge, ms(200_000)));
      }
    }),
  );
});

test('parts stand after their task, which tells what touches it', () => {
  const placed = placeTasks([
    task('b', 500, 900),
    task('a', 0, 500),
    task('a2', 200, 500, 'a'),
    task('a1', 0, 200, 'a'),
  ]);
  expect(placed.map(({ task, number, place }) => [task.id, number, place])).toEqual([
    ['a', '1', 1],
    ['a1', '1.1', 1],
    ['a2', '1.2', 1],
    ['b', '2', 2],
  ]);
  expect(placed.map(({ touching }) => [touching('start')?.id, touching('end')?.id])).toEqual([
    [undefined, 'b'],
    [undefined, 'a2'],
    ['a1', undefined],
    ['a', undefined],
  ]);
});
