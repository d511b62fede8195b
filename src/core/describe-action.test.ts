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
  [{ ...base, kind: 'type', text: '', finalValue: '' }, 'clear “Save order” (button)'],
  [{ ...base, kind: 'type', text: '', finalValue: 'ab' }, 'set “Save order” (button) to “ab”'],
  [{ ...base, kind: 'type', text: '' }, 'edit “Save order” (button)'],
  [{ ...base, kind: 'type', text: ' ' }, 'type a space into “Save order” (button)'],
  [{ ...base, kind: 'type', text: '\n\n' }, 'type line breaks into “Save order” (button)'],
  [{ ...base, kind: 'tripleclick' }, 'triple-click “Save order” (button)'],
  [{ ...base, kind: 'click', modifiers: 10 }, 'click “Save order” (button) with Control+Shift'],
  [{ ...base, kind: 'click', target: { ...target, name: ' ', tag: 'html' } }, 'click the page'],
  [{ ...base, kind: 'click', target: { ...target, name: ' ' } }, 'click (button)'],
  [
    { ...base, kind: 'select_option', option: '' },
    'select the empty option in “Save order” (button)',
  ],
  [
    { ...base, kind: 'drag', from: { x: 9, y: 9 }, point: { x: 8, y: 129.4 } },
    'drag “Save order” (button) 120 px down',
  ],
  [
    {
      ...base,
      kind: 'scroll',
      dx: 0,
      dy: 9,
      to: { x: 0, y: 9 },
      target: { ...target, tag: 'main', name: '' },
    },
    'scroll down 9 px',
  ],
  [{ ...base, kind: 'press', keys: 'k', target: { ...target, tag: 'body' } }, 'press k'],
  [{ ...base, kind: 'paste' }, 'paste into “Save order” (button)'],
  [{ ...base, kind: 'tab_new', url: 'https://desk.test/' }, 'open a tab on https://desk.test/'],
  [{ ...base, kind: 'press', keys: 'Control+s', target: undefined }, 'press Control+s'],
  [{ ...base, kind: 'set_checked', checked: false }, 'uncheck “Save order” (button)'],
  [
    { ...base, kind: 'scroll', dx: 0, dy: -120, to: { x: 0, y: 0 }, target: undefined },
    'scroll up 120 px',
  ],
  [
    { ...base, kind: 'scroll', dx: 40, dy: 0, to: { x: 40, y: 0 } },
    'scroll sideways 40 px in “Save order” (button)',
  ],
  [{ ...base, kind: 'upload', count: 2 }, 'upload 2 files into “Save order” (button)'],
  [{ ...base, kind: 'goto', url: 'https://desk.test/orders' }, 'go to https://desk.test/orders'],
])('%#', (action, words) => expect(describeAction(action)).toBe(words));
