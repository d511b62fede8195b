import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noContent } from './content.ts';
import { applyEdit, type Edit } from './edit.ts';
import type { TaskId } from './ids.ts';
import type { LogEntry } from './log-entry.ts';
import { replayLog, wayTo } from './replay-log.ts';
import { newTask } from './task.ts';
import { ms } from './time.ts';

const task = (endsMs: number) => newTask('a' as TaskId, { startsMs: ms(0), endsMs: ms(endsMs) });
const move = (from: number, to: number): Edit => ({
  kind: 'change task',
  before: task(from),
  after: task(to),
});
const undo = (of: number): LogEntry => ({ kind: 'undo', of });
const redo = (of: number): LogEntry => ({ kind: 'redo', of });
const replay = (...entries: LogEntry[]) => replayLog({ from: 0, entries });
const printed = ({ stands }: ReturnType<typeof replay>) => [stands.of, stands.next?.of];

test('entries of one gesture are one step', () => {
  const log = replay(move(10, 20), { ...move(20, 30), continues: true });
  expect(log.stands).toMatchObject({ of: 1, edit: move(10, 30), below: { of: -1 } });
});

test('a gesture that comes back to where it began leaves no step, and may go on', () => {
  const back = [move(10, 20), { ...move(20, 10), continues: true as const }];
  expect(printed(replay(...back))).toEqual([-1, undefined]);
  expect(replay(...back, { ...move(10, 40), continues: true }).stands).toMatchObject({
    of: 2,
    edit: move(10, 40),
  });
});

test('undo and redo walk; an edit after an undo grows a branch, and the other stays within reach', () => {
  expect(printed(replay(move(10, 20), move(20, 30), undo(1)))).toEqual([0, 1]);
  expect(printed(replay(move(10, 20), move(20, 30), undo(1), undo(0)))).toEqual([-1, 0]);
  expect(printed(replay(move(10, 20), undo(0), redo(0)))).toEqual([0, undefined]);
  const log = replay(move(10, 20), move(20, 30), undo(1), move(20, 50));
  expect(printed(log)).toEqual([3, undefined]);
  const way = wayTo(log.stands, log.entries[1]!.stands)!;
  expect(way.map(({ kind, step }) => [kind, step.of])).toEqual([
    ['undo', 3],
    ['redo', 1],
  ]);
});

test('of a tail, what lies before it can’t be undone, and what was undone of it can come back', () => {
  const tail = (...entries: LogEntry[]) => replayLog({ from: 7, entries });
  expect(tail().stands.edit).toBeUndefined();
  expect(tail({ ...move(10, 20), continues: true }).stands.edit).toBeUndefined();
  const log = tail(move(10, 20), undo(7), undo(6), redo(6), redo(7));
  expect(log.stands).toMatchObject({ of: 7, edit: move(10, 20), below: { of: 6 } });
  expect(log.entries.map(({ effect }) => effect !== undefined)).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(wayTo(log.stands, log.stands.below!.below!)).toBeUndefined();
});

test('reading a log from further back never changes what its end comes to', () => {
  const acts = fc.array(fc.constantFrom('edit', 'go on', 'undo', 'redo'), { maxLength: 40 });
  fc.assert(
    fc.property(acts, fc.nat(40), (all, cut) => {
      const entries: LogEntry[] = [];
      let content = { ...noContent, tasks: [task(10)] };
      for (const act of all) {
        const { stands } = replayLog({ from: 0, entries });
        const at = content.tasks[0]!.endsMs;
        if (act === 'undo' && stands.edit) entries.push(undo(stands.of));
        else if (act === 'redo' && stands.next) entries.push(redo(stands.next.of));
        else if (act === 'edit') entries.push(move(at, at + 10));
        else if (act === 'go on' && entries.at(-1)?.kind === 'change task')
          entries.push({ ...move(at, at + 1), continues: true });
        else continue;
        const { effect } = replayLog({ from: 0, entries }).entries.at(-1)!;
        content = { ...applyEdit(content, effect!), tasks: [...applyEdit(content, effect!).tasks] };
      }
      const whole = replayLog({ from: 0, entries });
      const from = Math.min(cut, entries.length);
      const end = replayLog({ from, entries: entries.slice(from) });
      end.entries.forEach(({ effect }, index) => {
        if (effect) expect(effect).toEqual(whole.entries[from + index]!.effect);
      });
      if (end.stands.edit) expect(end.stands.edit).toEqual(whole.stands.edit);
      if (end.stands.next?.edit) expect(end.stands.next.edit).toEqual(whole.stands.next?.edit);
    }),
  );
});
