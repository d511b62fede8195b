import { expect, test } from 'vitest';
import type { LabelSet } from '#core/label-set.ts';
import { signOf, wordsOf } from './change-words.ts';
import { diffLabelSets, isSame, overVersions } from './diff-label-sets.ts';
import { sketchLabels } from './sketch-labels.ts';

const first = sketchLabels('order order/find order/seek stock stock/count stock/move');

/** `slug: words; words` a line. */
const told = (before: LabelSet, after: LabelSet) =>
  diffLabelSets(before, after).intents.map(
    ({ intent, changes }) =>
      `${intent.slug}: ${changes.map((each) => `${signOf(each)} ${wordsOf(each)}`).join('; ')}`,
  );
const second = (text: string) => sketchLabels(text, 2);

const same =
  'order<order order/find<order/find order/seek<order/seek stock<stock stock/count<stock/count stock/move<stock/move';

test('what carries on all as it was is the same', () => {
  expect(isSame(diffLabelSets(first, second(same)))).toBe(true);
});

test('rename, merge, move, retire, remove and add are told as what they are', () => {
  const after = second(
    'order<order order/look-up<order/find+order/seek order/count<stock/count -stock<stock sell',
  );
  expect(told(first, after)).toEqual([
    'order/look-up: ~ Renamed from “Find”; ~ Takes in “Seek”',
    'order/count: ~ Moved from “Stock” to “Order”',
    'stock: − Retired: it can’t be chosen any more',
    'sell: + New',
    'stock/move: − Removed',
  ]);
});

test('under a renamed intent nothing has moved', () => {
  const after = second(
    'orders<order orders/find<order/find orders/seek<order/seek stock<stock stock/count<stock/count stock/move<stock/move',
  );
  expect(told(first, after)).toEqual(['orders: ~ Renamed from “Order”']);
});

test('of another order only what was moved is told', () => {
  const after = second(
    'stock<stock stock/move<stock/move stock/count<stock/count order<order order/find<order/find order/seek<order/seek',
  );
  expect(told(first, after)).toHaveLength(2);
  for (const line of told(first, after)) expect(line).toMatch(/~ In another order$/);
});

test('what is said of an intent is told with what it was', () => {
  const { intents, ...rest } = second(same);
  const [order, find, ...others] = intents;
  const after = {
    ...rest,
    intents: [
      { ...order!, description: 'All of orders', key: 'o' },
      { ...find!, colour: 3, examples: ['Find 1042', 'Look for 7'] },
      ...others,
    ],
  };
  expect(told(first, after)).toEqual([
    'order: ~ Description: All of orders; ~ Letter: O',
    'order/find: ~ Examples: Find 1042 · Look for 7; ~ Colour: 4',
  ]);
  const back = {
    ...first,
    intents: first.intents.map((intent, at) => ({ ...intent, from: [after.intents[at]!.id] })),
  };
  expect(told(after, back)[0]).toBe(
    'order: ~ Description taken away: All of orders; ~ Letter taken away: O',
  );
});

test('fields that are asked for from now on, or no more', () => {
  const after: LabelSet = {
    ...second(same),
    requiredFields: ['instruction', 'intent', 'notes'],
  };
  expect(diffLabelSets(first, after)).toMatchObject({ asked: ['notes'], notAsked: ['outcome'] });
});

test('over several versions, an intent stands for all that went into it on the way', () => {
  const third = sketchLabels('order<orders order/get<orders/look-up+stock/fetch', 3);
  const between = second('orders<order orders/look-up<order/find+order/seek stock stock/fetch');
  const whole = overVersions([first, between, third]);
  expect(whole.intents.map(({ from }) => from)).toEqual([
    ['v1:order'],
    ['v1:order/find', 'v1:order/seek'],
  ]);
  expect(told(first, whole)).toContain('order/get: ~ Renamed from “Find”; ~ Takes in “Seek”');
  expect(told(first, overVersions([first]))).toEqual([]);
});
