import { expect, test } from 'vitest';
import type { Action } from '#core/action.ts';
import { ms } from '#core/time.ts';
import { countInside } from './action-count.ts';

test('each task is counted once, a changed one anew', () => {
  let looked = 0;
  const action = {
    endsMs: ms(200),
    get startsMs() {
      looked += 1;
      return ms(100);
    },
  } as Action;
  const countOf = countInside([action, action]);
  const task = { startsMs: ms(0), endsMs: ms(500) };
  expect([countOf(task), countOf(task), looked]).toEqual([2, 2, 2]);
  expect(countOf({ ...task, endsMs: ms(150) })).toBe(0);
});
