import { expect, test } from 'vitest';
import type { IntentId } from '#core/ids.ts';
import { draftOf } from './draft-labels.ts';
import { sketchLabels } from './sketch-labels.ts';
import { visibleIntents, type Shown } from './visible-intents.ts';

const { intents } = draftOf(
  sketchLabels('order order/find order/find/by-date order/-x stock -old old/part'),
);
const id = (slug: string) => `v1:${slug}` as IntentId;
const rows = (more: Partial<Shown> = {}) =>
  visibleIntents(intents, {
    folded: new Set(),
    query: '',
    hideRetired: false,
    chosen: undefined,
    ...more,
  });
const told = (more?: Partial<Shown>) =>
  rows(more).map(({ intent, level, at, siblings, hasBelow, isOpen }) =>
    [`${level}:${intent.title} ${at}/${siblings}`, ...(hasBelow ? [isOpen ? '▾' : '▸'] : [])].join(
      ' ',
    ),
  );

test('the tree with levels and places', () => {
  expect(told()).toEqual([
    '1:Order 1/3 ▾',
    '2:Find 1/2 ▾',
    '3:By date 1/1',
    '2: x 2/2',
    '1:Stock 2/3',
    '1:Old 3/3 ▾',
    '2:Part 1/1',
  ]);
});

test('what is folded hides all below it, until something is searched for', () => {
  const folded = new Set([id('order')]);
  expect(told({ folded })).toEqual(['1:Order 1/3 ▸', '1:Stock 2/3', '1:Old 3/3 ▾', '2:Part 1/1']);
  expect(told({ folded, query: 'date by' })).toEqual([
    '1:Order 1/1 ▾',
    '2:Find 1/1 ▾',
    '3:By date 1/1',
  ]);
  expect(rows({ query: 'by date' }).map(({ isFound }) => isFound)).toEqual([false, false, true]);
});

test('retired ones can be hidden, unless one is chosen or leads to one that is not', () => {
  expect(told({ hideRetired: true })).toContain('1:Old 3/3 ▾');
  const bare = draftOf(sketchLabels('order -old -old/part')).intents;
  const shown = (chosen?: IntentId) =>
    visibleIntents(bare, { folded: new Set(), query: '', hideRetired: true, chosen }).length;
  expect([shown(), shown(id('old/part'))]).toEqual([1, 3]);
});
