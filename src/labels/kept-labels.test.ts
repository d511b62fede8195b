import { expect, test } from 'vitest';
import type { IntentId } from '#core/ids.ts';
import { draftOf, intentsOf } from './draft-labels.ts';
import { readKept, takeOver } from './kept-labels.ts';
import { applyLabelEdit } from './label-edit.ts';
import { addIntent, changeIntent, mergeIntent } from './label-plans.ts';
import { sketchLabels } from './sketch-labels.ts';

const start = draftOf(sketchLabels('order order/find order/seek stock'));
const id = (slug: string) => `v1:${slug}` as IntentId;
const edited = [() => addIntent(start, 'new' as IntentId, { after: id('stock') })].reduce(
  (labels, plan) => {
    const step = plan();
    return step.ok ? applyLabelEdit(labels, step.value.edit) : labels;
  },
  start,
);
const named = changeIntent(edited, 'new' as IntentId, { title: 'Sell' });
const kept = {
  after: 1,
  labels: named.ok ? applyLabelEdit(edited, named.value.edit) : edited,
  note: 'Sales',
};

test('what is kept is read as it was, and nothing else is', () => {
  expect(readKept(JSON.stringify(kept))).toEqual(kept);
  const { intents } = kept.labels;
  const without = { ...kept, labels: { ...kept.labels, intents: intents.slice(1) } };
  for (const text of [undefined, '', 'null', '{}', '{"after":1}', JSON.stringify(without)])
    expect(readKept(text)).toBeUndefined();
});

test('labels edited from an older version go on from a newer one, and lose nothing of either', () => {
  const second = sketchLabels(
    'order<order order/look-up<order/find+order/seek stock<stock stock/count pay',
    2,
  );
  const third = sketchLabels(
    'order<order order/look-up<order/look-up stock<stock stock/count<stock/count pay<pay pay/back',
    3,
  );
  const over = takeOver(kept, [second, third]);
  expect(over).toMatchObject({ after: 3, note: 'Sales' });
  expect(intentsOf(over.labels).map(({ slug, from }) => `${slug}<${from?.join('+')}`)).toEqual([
    'order<v3:order',
    'order/find<v3:order/look-up',
    'order/seek<',
    'stock<v3:stock',
    'stock/count<v3:stock/count',
    'sell<',
    'pay<v3:pay',
    'pay/back<v3:pay/back',
  ]);
});

test('what was merged here and there stays one', () => {
  const merged = mergeIntent(start, id('order/seek'), id('order/find'));
  const labels = merged.ok ? applyLabelEdit(start, merged.value.edit) : start;
  const second = sketchLabels(
    'order<order order/find<order/find order/seek<order/seek stock<stock',
    2,
  );
  const over = takeOver({ after: 1, labels, note: '' }, [second]);
  expect(over.labels.intents.map(({ from }) => from.join('+'))).toEqual([
    'v2:order',
    'v2:order/find+v2:order/seek',
    'v2:stock',
  ]);
});
