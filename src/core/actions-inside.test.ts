import { expect, test } from 'vitest';
import type { Action } from './action.ts';
import { actionsInside } from './actions-inside.ts';
import { ms } from './time.ts';

const click = (startsMs: number, endsMs: number): Action => ({
  kind: 'click',
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  tab: 0,
  page: { url: 'https://desk.test/' },
  events: [0, 0],
  evidence: 'exact',
});

test('an action that begins or ends outside is not inside', () => {
  const actions = [click(0, 10), click(5, 15), click(10, 20), click(15, 25)];
  expect(actionsInside({ startsMs: ms(5), endsMs: ms(20) }, actions)).toEqual([
    actions[1],
    actions[2],
  ]);
});
