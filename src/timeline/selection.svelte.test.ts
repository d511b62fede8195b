import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { Selection } from './selection.svelte.ts';

test('one thing is chosen at a time', () => {
  const selection = new Selection();
  expect(selection.current).toEqual({ kind: 'nothing' });
  selection.selectTask('t' as TaskId);
  expect(selection.taskId).toBe('t');
  selection.selectAction(3);
  expect(selection.taskId).toBeUndefined();
  expect(selection.actionIndex).toBe(3);
  selection.selectMark('keys', { startsMs: ms(1), endsMs: ms(2) });
  expect(selection.actionIndex).toBeUndefined();
  selection.clear();
  expect(selection.current).toEqual({ kind: 'nothing' });
});

test('a window drawn backwards is put in order, in whole milliseconds', () => {
  const selection = new Selection();
  selection.selectWindow({ startsMs: ms(900.4), endsMs: ms(99.6) });
  expect(selection.window).toEqual({ startsMs: 100, endsMs: 900 });
});

test('a window of no length is none', () => {
  const selection = new Selection();
  selection.selectWindow({ startsMs: ms(5), endsMs: ms(5.2) });
  expect(selection.window).toBeUndefined();
});

test('choosing a task leaves the window as it is; leaving takes the window first', () => {
  const selection = new Selection();
  selection.selectWindow({ startsMs: ms(0), endsMs: ms(50) });
  selection.selectTask('t' as TaskId);
  expect(selection.window).toBeDefined();
  selection.leave();
  expect([selection.window, selection.taskId]).toEqual([undefined, 't']);
  selection.leave();
  expect(selection.taskId).toBeUndefined();
});
