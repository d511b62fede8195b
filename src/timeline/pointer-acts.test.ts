import { expect, test } from 'vitest';
import type { Action } from '#core/action.ts';
import { isPointerAct } from './pointer-acts.ts';

test.each([
  [{ kind: 'click' }, true],
  [{ kind: 'click', point: { x: 0, y: 9 } }, true],
  [{ kind: 'click', point: { x: 0, y: 0 } }, false],
  [{ kind: 'scroll' }, true],
  [{ kind: 'press' }, false],
])('%j is done with the pointer: %s', (action, isSo) => {
  expect(isPointerAct(action as Action)).toBe(isSo);
});
