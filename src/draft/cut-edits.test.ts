import { expect, test } from 'vitest';
import { invertEdit, applyEdit } from '#core/edit.ts';
import type { IntentId, TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { rollEdge } from './edge-edits.ts';
import { joinTasks } from './join-edits.ts';
import { SketchGround } from './sketch-ground.ts';
import { splitTask } from './split-edits.ts';
import { cutInside, indentTask, outdentTask } from './subtask-edits.ts';
import { endMark, markStart, moveEdge, removeTask, taskOf } from './task-edits.ts';

const at = ms;

test('joining keeps the longer task and its words, and what only the other one has', () => {
  const on = new SketchGround('a:0-1000 b:1500-4000');
  const [a, b] = [on.task('a'), on.task('b')];
  on.content = {
    ...on.content,
    tasks: [
      { ...a, instruction: 'Find it', notes: 'first', flags: ['unclear'], startOrigin: 'lag' },
      { ...b, instruction: 'Change it', intentId: 'change' as IntentId, notes: 'second' },
    ],
  };
  on.act((ground) => joinTasks(ground, on.task('a'), 1));
  expect(on.content.tasks).toEqual([
    {
      ...b,
      startsMs: 0,
      startOrigin: 'lag',
      instruction: 'Change it',
      intentId: 'change',
      notes: 'first\nsecond',
      flags: ['unclear'],
    },
  ]);
});

test('joining takes the other’s instruction where there is none, and its parts', () => {
  const on = new SketchGround('a:0-4000 b:4000-5000 b/c:4100-4200');
  const b = { ...on.task('b'), instruction: 'Find it' };
  on.content = { ...on.content, tasks: [on.task('a'), b, on.task('c')] };
  const before = on.content;
  on.act((ground) => joinTasks(ground, on.task('b'), -1));
  expect(on.printed).toBe('a:0-5000 a/c:4100-4200');
  expect(on.task('a').instruction).toBe('Find it');
  expect(applyEdit(on.content, invertEdit(on.steps[0]!.edit))).toEqual(before);
});

test('parts join parts of the same task only', () => {
  const on = new SketchGround('a:0-1000 a/b:0-500 a/c:600-900 d:1000-2000 d/e:1000-1500');
  expect(on.act((ground) => joinTasks(ground, on.task('c'), 1))).toMatch(
    /nothing after subtask 1.2/,
  );
  expect(on.act((ground) => joinTasks(ground, on.task('c'), -1))).toBeUndefined();
  expect(on.printed).toBe('a:0-1000 a/b:0-900 d:1000-2000 d/e:1000-1500');
});

test('nothing is joined across a task that is open', () => {
  const on = new SketchGround('a:0-1000 b:2000-3000');
  on.act((ground) => markStart(ground, at(1500)));
  expect(on.act((ground) => joinTasks(ground, on.task('a'), 1))).toMatch(/open between/);
});

test('splitting sends each part to its side, and cuts none unasked', () => {
  const on = new SketchGround('a:0-1000 a/b:0-500 a/c:500-900');
  const chosen = 'a' as TaskId;
  expect(on.act((ground) => splitTask(ground, at(600), { chosen }))).toMatch(
    /^Subtask 1.2 lies across 0:00.600/,
  );
  expect(on.act((ground) => splitTask(ground, at(600)))).toBeUndefined();
  expect(on.printed).toBe('a:0-1000 a/b:0-500 a/c:500-600 a/n1:600-900');
  on.act((ground) => splitTask(ground, at(500), { chosen }));
  expect(on.printed).toBe('a:0-500 a/b:0-500 n2:500-1000 n2/c:500-600 n2/n1:600-900');
});

test('removing a task takes its parts along, as one step', () => {
  const on = new SketchGround('a:0-1000 a/b:0-500 a/c:500-900 d:1000-2000');
  const before = on.content;
  on.act((ground) => removeTask(ground, on.task('a')));
  expect(on.printed).toBe('d:1000-2000');
  const back = invertEdit(on.steps[0]!.edit);
  expect(applyEdit(on.content, back)).toEqual(before);
  expect(taskOf(back)).toBe('a');
});

test('parts are marked inside of a task, cut by cut, and end with it', () => {
  const on = new SketchGround('a:1000-3000');
  expect(on.act((ground) => cutInside(ground, at(500)))).toMatch(/no task at 0:00.500/);
  on.act((ground) => cutInside(ground, at(1200)));
  on.act((ground) => cutInside(ground, at(1500)));
  on.act((ground) => endMark(ground, at(2000), true));
  expect(on.printed).toBe('a:1000-3000 a/n1:1200-1500 a/n2:1500-2000');
  expect(on.content.marking).toBe(2000);
  on.act((ground) => endMark(ground, at(3500), true));
  expect(on.printed).toContain('a/n3:2000-3000');
  expect(on.content.marking).toBe(3500);
  expect(on.act((ground) => cutInside(ground, at(2500)))).toMatch(/open since 0:03.500/);
});

test('a task becomes a part of the one before it, and one of its own again', () => {
  const on = new SketchGround('a:0-1000 b:1200-2000');
  on.act((ground) => indentTask(ground, on.task('b')));
  expect(on.printed).toBe('a:0-2000 a/b:1200-2000');
  on.act((ground) => outdentTask(ground, on.task('b')));
  expect(on.printed).toBe('a:0-1200 b:1200-2000');
  expect(on.act((ground) => indentTask(ground, on.task('a')))).toMatch(/no task before it/);
  expect(on.act((ground) => outdentTask(ground, on.task('a')))).toMatch(/of its own already/);
});

test('parts go one level down only', () => {
  const on = new SketchGround('z:0-100 a:100-1000 a/b:200-300');
  expect(on.act((ground) => indentTask(ground, on.task('a')))).toMatch(/Task 2 has subtasks/);
  expect(on.act((ground) => indentTask(ground, on.task('b')))).toMatch(/subtask of a subtask/);
  expect(on.act((ground) => outdentTask(ground, on.task('b')))).toMatch(/middle of task 2/);
});

test('a task’s edge stops at its parts, and a part’s at its task', () => {
  const on = new SketchGround('a:1000-3000 a/b:1500-2000 c:3000-4000');
  const move = (id: string, edge: 'start' | 'end', to: number) =>
    on.act((ground) => moveEdge(ground, on.task(id), { edge, at: at(to) }));
  move('a', 'start', 1900);
  move('a', 'end', 1600);
  expect(on.printed).toBe('a:1500-2000 a/b:1500-2000 c:3000-4000');
  move('b', 'end', 5000);
  move('a', 'end', 5000);
  expect(on.printed).toBe('a:1500-3000 a/b:1500-2000 c:3000-4000');
});

test('a common edge moves in both tasks at once, and stops where either must', () => {
  const on = new SketchGround('a:0-1000 b:1000-3000 b/c:1500-2000');
  const roll = (to: number) =>
    on.act((ground) => rollEdge(ground, on.task('a'), { edge: 'end', at: at(to), origin: 'snap' }));
  roll(1200);
  expect(on.printed).toBe('a:0-1200 b:1200-3000 b/c:1500-2000');
  expect([on.task('a').endOrigin, on.task('b').startOrigin]).toEqual(['snap', 'snap']);
  roll(2500);
  expect(on.printed).toBe('a:0-1500 b:1500-3000 b/c:1500-2000');
  roll(-50);
  expect(on.printed).toBe('a:0-10 b:10-3000 b/c:1500-2000');
});

test('an edge that stays where it was keeps how it came there', () => {
  const on = new SketchGround('a:0-1000 b:1000-3000');
  on.act((ground) =>
    moveEdge(ground, on.task('a'), { edge: 'start', at: at(200), origin: 'snap' }),
  );
  on.act((ground) => moveEdge(ground, on.task('a'), { edge: 'start', at: at(200) }));
  expect(on.task('a').startOrigin).toBe('snap');
});
