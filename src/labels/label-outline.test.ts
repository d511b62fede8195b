import { expect, test } from 'vitest';
import { outlineOf, readOutline } from './label-outline.ts';

const outline = `Orders
  Find an order [find] — by number, name or date
  Change an order
    Change the address
Stock
  Count stock`;

test('depth becomes the path of a slug', () => {
  const read = readOutline(outline);
  expect(read.ok && read.value.map((intent) => intent.slug)).toEqual([
    'orders',
    'orders/find',
    'orders/change-an-order',
    'orders/change-an-order/change-the-address',
    'stock',
    'stock/count-stock',
  ]);
});

test('an outline survives being read and written', () => {
  const read = readOutline(outline);
  expect(read.ok && outlineOf(read.value)).toBe(outline);
});

test.each([
  ['Orders\n    Find', 'line 2'],
  ['Orders\n\nOrders', 'line 3'],
  ['—', 'line 1'],
])('%j is wrong at %s', (text, path) => {
  const read = readOutline(text);
  expect(!read.ok && read.problems.map((problem) => problem.path)).toEqual([path]);
});
