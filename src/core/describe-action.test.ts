import { expect, test } from 'vitest';
import type { Action, Target } from './action.ts';
import { describeAction } from './describe-action.ts';
import { ms } from './time.ts';

const target: Target = {
  node: 7,
  role: 'button',
  name: 'Save order',
  tag: 'button',
  attributes: {},
  selectors: [],
};
const base = {
  startsMs: ms(0),
  endsMs: ms(1),
  tab: 0,
  page: { url: 'https://desk.test/' },
  target,
  events: [0, 1] as const,
  evidence: 'exact' as const,
};

test.each<[Action, string]>([
  [{ ...base, kind: 'click' }, 'click “Save order” (button)'],
  [{ ...base, kind: 'type', text: '1042' }, 'type “1042” into “Save order” (button)'],
  [{ ...base, kind: 'type', masked: true }, 'type (masked) into “Save order” (button)'],
  [{ ...base, kind: 'press', keys: 'Control+s', target: undefined }, 'press Control+s'],
  [{ ...base, kind: 'set_checked', checked: false }, 'uncheck “Save order” (button)'],
  [{ ...base, kind: 'scroll', dx: 0, dy: -120, to: { x: 0, y: 0 } }, 'scroll up 120 px'],
  [{ ...base, kind: 'upload', count: 2 }, 'upload 2 files into “Save order” (button)'],
  [{ ...base, kind: 'goto', url: 'https://desk.test/orders' }, 'go to https://desk.test/orders'],
])('%#', (action, words) => expect(describeAction(action)).toBe(words));
