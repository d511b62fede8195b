import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IntentId } from '#core/ids.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import { checkLabels } from './check-labels.ts';
import { draftOf, inTreeOrder, intentsOf, type DraftLabels } from './draft-labels.ts';
import { applyLabelEdit, invertLabelEdit } from './label-edit.ts';
import * as plan from './label-plans.ts';
import { sketchLabels } from './sketch-labels.ts';

const start = draftOf(sketchLabels('order order/find order/seek stock stock/count -old old/part'));
const id = (slug: string) => `v1:${slug}` as IntentId;

const apply = (labels: DraftLabels, step: OutcomeOf<plan.LabelStep>): DraftLabels => {
  if (!step.ok) throw new Error(step.problems[0]!.sentence);
  return applyLabelEdit(labels, step.value.edit);
};
const slugs = (labels: DraftLabels) =>
  intentsOf(labels)
    .map(({ slug, retired }) => (retired ? `-${slug}` : slug))
    .join(' ');
const refusal = (step: OutcomeOf<plan.LabelStep>) =>
  step.ok ? undefined : step.problems[0]!.sentence;

const pick = fc.nat(40);
const act = fc.oneof(
  fc.record({ do: fc.constant('add'), pick, below: fc.boolean() }),
  fc.record({ do: fc.constant('change'), pick, title: fc.string({ maxLength: 5 }) }),
  fc.record({ do: fc.constant('move'), pick, way: fc.constantFrom('up', 'down', 'in', 'out') }),
  fc.record({ do: fc.constant('drop'), pick }),
  fc.record({ do: fc.constant('bring back'), pick }),
  fc.record({ do: fc.constant('merge'), pick, into: pick }),
);
type Act = typeof act extends fc.Arbitrary<infer Each> ? Each : never;

function stepOf(labels: DraftLabels, each: Act, n: number): OutcomeOf<plan.LabelStep> | undefined {
  const at = (picked: number) => labels.intents[picked % labels.intents.length]?.id;
  const of = at(each.pick);
  if (each.do === 'add')
    return plan.addIntent(labels, `n${n}` as IntentId, {
      after: of,
      below: (each as { below: boolean }).below && of !== undefined,
    });
  if (of === undefined) return undefined;
  if (each.do === 'change')
    return plan.changeIntent(labels, of, { title: (each as { title: string }).title });
  if (each.do === 'move') return plan.moveIntent(labels, of, (each as { way: plan.Way }).way);
  if (each.do === 'drop') return plan.dropIntent(labels, of);
  if (each.do === 'bring back') return plan.bringBack(labels, of);
  return plan.mergeIntent(labels, of, at((each as { into: number }).into)!);
}

test('every act can be undone exactly, keeps the tree whole and loses nothing published', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let labels = start;
      for (const [n, each] of acts.entries()) {
        const step = stepOf(labels, each, n);
        if (!step?.ok) continue;
        const after = applyLabelEdit(labels, step.value.edit);
        expect(applyLabelEdit(after, invertLabelEdit(step.value.edit))).toEqual(labels);
        expect(inTreeOrder(after.intents)).toEqual(after.intents);
        for (const intent of after.intents)
          expect(plan.depthOf(after, intent.id)).toBeLessThanOrEqual(plan.deepest);
        const carried = after.intents.flatMap(({ from }) => from).sort();
        expect(carried).toEqual(start.intents.map((intent) => intent.id).sort());
        labels = after;
      }
    }),
    { numRuns: 150 },
  );
});

test('a rename keeps the short name of what was published, and gives one to what is new', () => {
  const renamed = apply(start, plan.changeIntent(start, id('order/find'), { title: 'Look up' }));
  expect(slugs(renamed)).toContain('order/find ');
  const added = apply(start, plan.addIntent(start, 'new' as IntentId, { after: id('order/find') }));
  const named = (title: string) =>
    slugs(apply(added, plan.changeIntent(added, 'new' as IntentId, { title })));
  expect(named('Look up')).toContain('order/find order/look-up order/seek');
  expect(named('探す')).toContain('order/find order/intent-new order/seek');
});

test('a branch moves with all below it, one step at a time', () => {
  const up = apply(start, plan.moveIntent(start, id('stock'), 'up'));
  expect(slugs(up)).toBe('stock stock/count order order/find order/seek -old old/part');
  const inside = apply(start, plan.moveIntent(start, id('stock'), 'in'));
  expect(slugs(inside)).toContain('order/seek order/stock order/stock/count');
  const out = apply(start, plan.moveIntent(start, id('order/find'), 'out'));
  expect(slugs(out)).toContain('order order/seek find stock');
  expect(refusal(plan.moveIntent(start, id('order'), 'in'))).toMatch(/none before it/);
  expect(refusal(plan.moveIntent(start, id('order'), 'out'))).toMatch(/outermost/);
});

test('a merge hands over tasks, examples and what is below', () => {
  const spoken = apply(
    start,
    plan.changeIntent(start, id('order'), { examples: ['Order 7'], key: 'o' }),
  );
  const merged = apply(spoken, plan.mergeIntent(spoken, id('order'), id('stock')));
  expect(slugs(merged)).toBe('stock stock/count stock/find stock/seek -old old/part');
  expect(merged.intents[0]).toMatchObject({
    from: [id('stock'), id('order')],
    examples: ['Order 7'],
  });
  expect(refusal(plan.mergeIntent(start, id('order'), id('order/find')))).toMatch(/below it/);
  expect(refusal(plan.mergeIntent(start, id('order'), id('old')))).toMatch(/retired/);
});

test('dropping retires what was published with all below it, and removes what is new', () => {
  const lettered = apply(start, plan.changeIntent(start, id('order/find'), { key: 'f' }));
  const dropped = apply(lettered, plan.dropIntent(lettered, id('order')));
  expect(slugs(dropped)).toContain('-order -order/find -order/seek stock');
  expect(dropped.intents[1]).not.toHaveProperty('key');
  expect(refusal(plan.dropIntent(dropped, id('order')))).toMatch(/already/);
  expect(slugs(apply(dropped, plan.bringBack(dropped, id('order/find'))))).toContain(
    '-order order/find -order/seek',
  );
  const fresh = 'new' as IntentId;
  const added = apply(start, plan.addIntent(start, fresh, { after: id('order'), below: true }));
  expect(apply(added, plan.dropIntent(added, fresh))).toEqual(start);
});

test('all problems are told at once, each with the intent that has it', () => {
  const fresh = (n: number, title: string, labels: DraftLabels) => {
    const added = apply(
      labels,
      plan.addIntent(labels, `n${n}` as IntentId, { after: id('order/seek') }),
    );
    return apply(added, plan.changeIntent(added, `n${n}` as IntentId, { title, key: 'x' }));
  };
  expect(checkLabels(start)).toEqual([]);
  const wrong = fresh(2, 'Find', fresh(1, ' ', start));
  expect(checkLabels(wrong).map(({ intentId, sentence }) => [intentId, sentence])).toEqual([
    ['n2', expect.stringMatching(/same short name, order\/find, under “Order”/)],
    ['n1', 'An intent has no title yet.'],
    ['n1', expect.stringMatching(/both have the letter X/)],
  ]);
  expect(checkLabels({ ...start, intents: [] })).toMatchObject([{ path: 'labels' }]);
});
