import { expect, test } from 'vitest';
import type { IntentId } from '#core/ids.ts';
import type { Intent } from '#core/label-set.ts';
import { intentOptions, numberedIntents } from './intent-options.ts';

/** `order order/find` → a tree by slug. */
const sketchIntents = (text: string): Intent[] =>
  text.split(' ').map((slug) => {
    const above = slug.split('/').slice(0, -1).join('/');
    return {
      id: slug as IntentId,
      ...(above && { parentId: above as IntentId }),
      slug,
      title: slug.split('/').at(-1)!,
    };
  });

test('the options follow the tree and carry the names above them', () => {
  const options = intentOptions(sketchIntents('order customer order/find order/find/by-name'));
  expect(options.map(({ label, path }) => [...(path ?? []), label].join(' › '))).toEqual([
    'order',
    'order › find',
    'order › find › by-name',
    'customer',
  ]);
});

test('numbers go to the first nine without any below them', () => {
  const many = sketchIntents(
    `a a/1 a/2 b ${Array.from({ length: 9 }, (_, i) => `c${i}`).join(' ')}`,
  );
  expect(numberedIntents(many).map((intent) => intent.id)).toEqual([
    ...['a/1', 'a/2', 'b', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5'],
  ]);
});
