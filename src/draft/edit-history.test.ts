import { expect, test } from 'vitest';
import type { Edit } from '#core/edit.ts';
import type { TaskId } from '#core/ids.ts';
import { newTask } from '#core/task.ts';
import { ms } from '#core/time.ts';
import { endGesture, noHistory, recordStep, stepBack, stepForward } from './edit-history.ts';

const task = (endsMs: number) => newTask('a' as TaskId, { startsMs: ms(0), endsMs: ms(endsMs) });
const move = (from: number, to: number): Edit => ({
  kind: 'change task',
  before: task(from),
  after: task(to),
});

test('the moves of one drag are one step', () => {
  const moves = [move(10, 20), move(20, 30), move(30, 40)];
  const history = moves.reduce((h, edit) => recordStep(h, { edit, gesture: 'drag' }), noHistory);
  expect(history.done.map((step) => step.edit)).toEqual([move(10, 40)]);
  expect(stepBack(history)?.edit).toEqual(move(40, 10));
});

test('a drag that comes back to where it began leaves no step', () => {
  const there = recordStep(noHistory, { edit: move(10, 20), gesture: 'drag' });
  expect(recordStep(there, { edit: move(20, 10), gesture: 'drag' })).toEqual(noHistory);
});

test('a gesture that ended takes no more moves', () => {
  const first = endGesture(recordStep(noHistory, { edit: move(10, 20), gesture: 'drag' }));
  expect(recordStep(first, { edit: move(20, 30), gesture: 'drag' }).done).toHaveLength(2);
});

test('edits without a gesture stay apart', () => {
  const first = recordStep(noHistory, { edit: move(10, 20) });
  expect(recordStep(first, { edit: move(20, 30) }).done).toHaveLength(2);
});

test('a new step ends what could be redone', () => {
  const undone = stepBack(recordStep(noHistory, { edit: move(10, 20) }))!.history;
  expect(stepForward(undone)?.edit).toEqual(move(10, 20));
  expect(stepForward(recordStep(undone, { edit: move(10, 30) }))).toBeUndefined();
});
