import { expect, test } from 'vitest';
import type { IntentId } from '#core/ids.ts';
import { draftOf, intentsOf, type DraftLabels } from './draft-labels.ts';
import { applyLabelEdit } from './label-edit.ts';
import { outlineOf, readOutline } from './label-outline.ts';
import { rewriteLabels } from './rewrite-labels.ts';
import { sketchLabels } from './sketch-labels.ts';

const set = sketchLabels('order order/find order/seek stock stock/count -stock/weigh');
const start: DraftLabels = draftOf({
  ...set,
  intents: set.intents.map((each) =>
    each.slug === 'order/find'
      ? { ...each, key: 'f', colour: 2, examples: ['Find 7'], description: 'By number\nor name' }
      : each,
  ),
});
const text = outlineOf(intentsOf(start));

function rewritten(by: (text: string) => string): DraftLabels {
  const read = readOutline(by(text));
  if (!read.ok) throw new Error(read.problems[0]!.sentence);
  let made = 0;
  const edit = rewriteLabels(start.intents, read.value, () => `n${(made += 1)}` as IntentId);
  return applyLabelEdit(start, edit);
}
const told = (labels: DraftLabels) =>
  intentsOf(labels)
    .map(({ id, slug, retired }) => `${retired ? '-' : ''}${slug}=${id.replace('v1:', '')}`)
    .join(' ');

test('text that is not changed changes nothing, also of what it does not show', () => {
  expect(rewritten((same) => same)).toEqual(start);
});

test('a line in brackets is renamed, a new one added, one elsewhere moved', () => {
  const after = rewritten((outline) =>
    outline
      .replace('Find', 'Look up [find]')
      .replace('  Seek\n', '')
      .replace('  Count', '  Count\n    Seek\n  Move'),
  );
  expect(told(after)).toBe(
    'order=order order/find=order/find stock=stock stock/count=stock/count stock/count/seek=order/seek stock/move=n1 -stock/weigh=stock/weigh',
  );
  expect(after.intents[1]).toMatchObject({
    title: 'Look up',
    key: 'f',
    colour: 2,
    examples: ['Find 7'],
  });
});

test('what is left out is retired where it is', () => {
  const after = rewritten(() => 'Stock\n  Count');
  expect(told(after)).toBe(
    'stock=stock stock/count=stock/count -stock/weigh=stock/weigh -order=order -order/find=order/find -order/seek=order/seek',
  );
  expect(after.intents.find(({ id }) => id === 'v1:order/find')).not.toHaveProperty('key');
});
