import { expect, test } from 'vitest';
import { readIntents } from './intent-tree.ts';
import { sketchIntents } from './sketch-naming.ts';

test('intents follow the tree and carry the names above them', () => {
  const { placed } = readIntents(sketchIntents('order customer order/find order/find/by-name'));
  expect(placed.map(({ path, intent }) => [...path, intent.title].join(' › '))).toEqual([
    'order',
    'order › find',
    'order › find › by-name',
    'customer',
  ]);
});

test('digits go to the first nine without any below them', () => {
  const cs = Array.from({ length: 9 }, (_, i) => `c${i}`).join(' ');
  const { byDigit } = readIntents(sketchIntents(`a a/1 a/2 b ${cs}`));
  expect([...byDigit].map(([digit, { intent }]) => `${digit} ${intent.id}`)).toEqual([
    ...['1 a/1', '2 a/2', '3 b', '4 c0', '5 c1', '6 c2', '7 c3', '8 c4', '9 c5'],
  ]);
});

test('a retired intent is known but not chosen any more', () => {
  const { placed, byId, byDigit, byLetter } = readIntents(
    sketchIntents('old new', { old: { retired: true, key: 'o' } }),
  );
  expect(placed.map(({ intent }) => intent.id)).toEqual(['new']);
  expect([...byId.keys()]).toEqual(['old', 'new']);
  expect(byDigit.get('1')?.intent.id).toBe('new');
  expect(byLetter.size).toBe(0);
});
