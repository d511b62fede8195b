import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { Selection } from './selection.svelte.ts';

test('one mark is chosen at a time, and the task it is looked at for stays', () => {
  const selection = new Selection();
  expect(selection.mark).toEqual({ kind: 'nothing' });
  selection.selectTask('t' as TaskId);
  selection.selectAction(3);
  expect([selection.taskId, selection.actionIndex]).toEqual(['t', 3]);
  selection.selectMark('keys', { startsMs: ms(1), endsMs: ms(2) });
  expect([selection.taskId, selection.actionIndex]).toEqual(['t', undefined]);
  selection.clearTask();
  expect(selection.mark.kind).toBe('mark');
  selection.clearMark();
  expect(selection.mark).toEqual({ kind: 'nothing' });
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

test('leaving takes the window first, then the mark, then the task', () => {
  const selection = new Selection();
  selection.selectWindow({ startsMs: ms(0), endsMs: ms(50) });
  selection.selectTask('t' as TaskId);
  selection.selectAction(3);
  const chosen = () => [selection.window !== undefined, selection.actionIndex, selection.taskId];
  expect(chosen()).toEqual([true, 3, 't']);
  selection.leave();
  expect(chosen()).toEqual([false, 3, 't']);
  selection.leave();
  expect(chosen()).toEqual([false, undefined, 't']);
  selection.leave();
  expect(chosen()).toEqual([false, undefined, undefined]);
});
