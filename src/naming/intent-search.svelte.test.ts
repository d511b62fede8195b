import { expect, test } from 'vitest';
import type { IntentId } from '#core/ids.ts';
import type { Intent } from '#core/label-set.ts';
import { IntentSearch } from './intent-search.svelte.ts';
import { readIntents } from './intent-tree.ts';
import { sketchIntents } from './sketch-naming.ts';

const intents = sketchIntents('orders orders/find-order orders/change-address stock stock/change', {
  'orders/change-address': { key: 'c', examples: ['Send it to the new shop instead'] },
});

function openSearch(recent: string[] = [], all: readonly Intent[] = intents) {
  const search = new IntentSearch({
    tree: readIntents(all),
    recent: () => recent as IntentId[],
    chosen: () => undefined,
  });
  search.show();
  return search;
}

const press = (key: string, more: object = {}) => ({
  key,
  code: /\d/.test(key) ? `Digit${key}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const found = (search: IntentSearch) => search.found.map(({ intent }) => intent.id);

test('a digit chooses at once, and so does the letter of an intent', () => {
  expect(openSearch().press(press('2'))).toEqual({ kind: 'choose', id: 'orders/change-address' });
  expect(openSearch().press(press('c'))).toEqual({ kind: 'choose', id: 'orders/change-address' });
  expect(openSearch().press(press('x'))).toBeUndefined();
});

test('a capital or a blank begins words, and in words digits and letters only type', () => {
  const search = openSearch();
  expect(search.press(press('C', { shiftKey: true }))).toBeUndefined();
  search.type('C');
  expect(search.press(press('c'))).toBeUndefined();
  expect(search.press(press('2'))).toBeUndefined();
  search.type(' ');
  expect(search.press(press('c'))).toBeUndefined();
  expect(search.found).toHaveLength(intents.length);
});

test('words are found in any order, along the way to an intent and in its examples', () => {
  const search = openSearch();
  search.type('change ord');
  expect(found(search)).toEqual(['orders/change-address']);
  search.type('new shop');
  expect(found(search)).toEqual(['orders/change-address']);
  search.type('nowhere');
  expect(search.press(press('Enter'))).toBeUndefined();
});

test('those used last come first, once each, and Enter takes the one arrows came to', () => {
  const search = openSearch(['stock/change', 'gone']);
  expect(found(search)[0]).toBe('stock/change');
  expect(found(search)).toHaveLength(intents.length);
  expect(search.recentCount).toBe(1);
  search.press(press('ArrowDown'));
  search.press(press('ArrowDown'));
  search.press(press('ArrowUp'));
  expect(search.press(press('Enter'))).toEqual({ kind: 'choose', id: 'orders' });
});

test('with nothing used yet, the first that is no branch is at hand', () => {
  expect(openSearch().press(press('Enter'))).toEqual({ kind: 'choose', id: 'orders/find-order' });
});

test('nothing is chosen while a character is being composed, nor by a chord', () => {
  expect(openSearch().press(press('Enter', { isComposing: true }))).toBeUndefined();
  expect(openSearch().press(press('1', { ctrlKey: true }))).toBeUndefined();
});

test('the work of a key grows with the number of intents, not with its square', () => {
  let reads = 0;
  const count = (size: number) => {
    const all = Array.from({ length: size }, (_, i) => {
      const [intent] = sketchIntents(i < 20 ? `g${i}` : `g${i % 20}/i${i}`);
      return new Proxy(intent!, { get: (of, name) => ((reads += 1), Reflect.get(of, name)) });
    });
    reads = 0;
    const search = openSearch([], all);
    search.type('i1');
    expect(search.found.length).toBeGreaterThan(0);
    return reads;
  };
  const [some, many] = [count(500), count(5000)];
  expect(many).toBeLessThan(some * 12);
});
