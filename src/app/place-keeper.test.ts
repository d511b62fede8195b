import { expect, test } from 'vitest';
import { readPlace } from './place-keeper.ts';

test('a link carries time and task, and nonsense is passed over', () => {
  expect(readPlace('?t=42310&task=abc')).toEqual({ at: 42_310, task: 'abc' });
  expect(readPlace('?as=contributor')).toEqual({ at: undefined, task: undefined });
  expect(readPlace('?t=soon')).toEqual({ at: undefined, task: undefined });
});
