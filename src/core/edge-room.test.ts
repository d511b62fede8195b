import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TaskId } from './ids.ts';
import { checkTasks } from './check-tasks.ts';
import { newTask } from './task.ts';
import { ms } from './time.ts';
import { clampEdge, edgeRoom, freeRoom, type Edge } from './edge-room.ts';

const task = (id: string, startsMs: number, endsMs: number) =>
  newTask(id as TaskId, { startsMs: ms(startsMs), endsMs: ms(endsMs) });

const [a, b, c] = [task('a', 0, 1000), task('b', 2000, 3000), task('c', 3000, 5000)];
const tasks = [a, b, c];
const duration = ms(6000);

test('an edge stops at its neighbour', () => {
  expect(edgeRoom(tasks, b, 'start', duration)).toEqual({ startsMs: 1000, endsMs: 2990 });
  expect(edgeRoom(tasks, b, 'end', duration)).toEqual({ startsMs: 2010, endsMs: 3000 });
});

test('the outer edges stop at the ends of the session', () => {
  expect(edgeRoom(tasks, a, 'start', duration).startsMs).toBe(0);
  expect(edgeRoom(tasks, c, 'end', duration).endsMs).toBe(6000);
});

test('wherever an edge is moved, the tasks stay valid', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...tasks),
      fc.constantFrom<Edge>('start', 'end'),
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      (moved, edge, at) => {
        const to = clampEdge(edgeRoom(tasks, moved, edge, duration), at);
        const after = edge === 'start' ? { ...moved, startsMs: to } : { ...moved, endsMs: to };
        expect(
          checkTasks(
            tasks.map((each) => (each.id === moved.id ? after : each)),
            duration,
          ).ok,
        ).toBe(true);
      },
    ),
  );
});

test('the room that is free about a time reaches to the tasks beside it', () => {
  expect(freeRoom(tasks, ms(1500), duration)).toEqual({ startsMs: 1000, endsMs: 2000 });
  expect(freeRoom(tasks, ms(5000), duration)).toEqual({ startsMs: 5000, endsMs: 6000 });
  expect(freeRoom(tasks, ms(2500), duration)).toEqual({ startsMs: 2500, endsMs: 2500 });
});
