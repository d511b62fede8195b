import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { Selection } from './selection.svelte.ts';

test('one thing is selected at a time', () => {
  const selection = new Selection();
  expect(selection.current).toEqual({ kind: 'nothing' });
  selection.selectTask('t' as TaskId);
  expect(selection.taskId).toBe('t');
  selection.selectAction(3);
  expect(selection.taskId).toBeUndefined();
  expect(selection.actionIndex).toBe(3);
  selection.clear();
  expect(selection.current).toEqual({ kind: 'nothing' });
});

test('a window drawn backwards is put in order', () => {
  const selection = new Selection();
  selection.selectWindow({ startsMs: ms(900), endsMs: ms(100) });
  expect(selection.window).toEqual({ startsMs: 100, endsMs: 900 });
});

test('a window of no length selects nothing', () => {
  const selection = new Selection();
  selection.selectWindow({ startsMs: ms(5), endsMs: ms(5) });
  expect(selection.current.kind).toBe('nothing');
});
