import { expect, test } from 'vitest';
import type { IntentId } from '#core/ids.ts';
import { intentsOf } from './draft-labels.ts';
import type { KeptLabels } from './kept-labels.ts';
import { LabelDraft } from './label-draft.svelte.ts';
import { readOutline } from './label-outline.ts';
import { sketchLabels } from './sketch-labels.ts';

const id = (slug: string) => `v1:${slug}` as IntentId;

function open(kept?: KeptLabels) {
  let made = 0;
  const drawer: { kept?: KeptLabels | undefined } = {};
  const draft = new LabelDraft({
    base: sketchLabels('order order/find order/seek stock'),
    kept,
    keep: (work) => (drawer.kept = work),
    makeId: () => `n${(made += 1)}` as IntentId,
  });
  return { draft, drawer };
}
const slugs = (draft: LabelDraft) =>
  intentsOf(draft.labels)
    .map(({ slug }) => slug)
    .join(' ');

test('a new intent comes after the chosen one and is chosen', () => {
  const { draft } = open();
  draft.choose(id('order/find'));
  expect(draft.add()).toBe('n1');
  draft.change('n1' as IntentId, { title: 'Filter' });
  expect(slugs(draft)).toBe('order order/find order/filter order/seek stock');
  expect(draft.chosen?.title).toBe('Filter');
  draft.add(true);
  draft.change('n2' as IntentId, { title: 'By date' });
  expect(slugs(draft)).toContain('order/filter order/filter/by-date');
});

test('typing is one step until it ends, and undo turns to what it undid', () => {
  const { draft } = open();
  for (const title of ['Orde', 'Ord', 'Purchase']) draft.change(id('order'), { title }, 'title');
  draft.endGesture();
  draft.change(id('order'), { title: 'Purchases' }, 'title');
  draft.choose(id('stock'));
  draft.undo();
  expect(draft.chosen?.title).toBe('Purchase');
  draft.undo();
  expect([draft.chosen?.title, draft.canUndo, draft.changed]).toEqual(['Order', false, false]);
  draft.redo();
  draft.redo();
  expect([draft.chosen?.title, draft.canRedo]).toEqual(['Purchases', false]);
});

test('a refused act says why and changes nothing', () => {
  const { draft } = open();
  draft.move(id('order'), 'out');
  expect(draft.refusal).toMatch(/outermost/);
  expect(draft.canUndo).toBe(false);
  draft.choose(id('stock'));
  expect(draft.refusal).toBeUndefined();
});

test('what is edited is kept until nothing is different, and taken up again', () => {
  const { draft, drawer } = open();
  draft.drop(id('stock'));
  draft.note = 'No stock';
  expect(drawer.kept).toMatchObject({ after: 1, note: 'No stock' });
  const again = open(drawer.kept).draft;
  expect(again.labels).toEqual(draft.labels);
  expect(again.note).toBe('No stock');
  draft.note = '';
  draft.discard();
  expect([draft.changed, drawer.kept]).toEqual([false, undefined]);
  draft.undo();
  expect(draft.changed).toBe(true);
});

test('text and tree are the same labels', () => {
  const { draft } = open();
  const read = readOutline('Order\n  Find\nStock\n  Count');
  if (read.ok) draft.rewrite(read.value);
  expect(slugs(draft)).toBe('order order/find order/seek stock stock/count');
  expect(draft.diff.intents.map(({ intent }) => intent.slug)).toEqual([
    'order/seek',
    'stock/count',
  ]);
  draft.undo();
  expect(draft.changed).toBe(false);
});

test('the chosen intent is found again by its slug', () => {
  const { draft } = open();
  draft.choose(id('order/seek'));
  const next = open().draft;
  next.chooseSlug(draft.chosenSlug);
  expect(next.chosen?.id).toBe(id('order/seek'));
  next.chooseSlug('gone');
  expect(next.chosen?.id).toBe(id('order/seek'));
});
