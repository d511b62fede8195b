import { expect, test } from 'vitest';
import { matchOptions } from './match-options.ts';

const options = [
  { value: '1', label: 'Find an order', path: ['Orders'] },
  { value: '2', label: 'Reorder stock', path: ['Stock'] },
  { value: '3', label: 'Order a label', path: ['Shipping', 'Labels'] },
  { value: '4', label: 'Change an address', path: ['Orders'] },
];
const find = (typed: string) => matchOptions(options, typed).map((option) => option.value);

test('nothing typed keeps every option in its order', () => {
  expect(find('  ')).toEqual(['1', '2', '3', '4']);
});

test('the start of a name comes before the start of a word, that before the inside, the path last', () => {
  expect(find('order')).toEqual(['3', '1', '2', '4']);
});

test('every word must be found somewhere', () => {
  expect(find('ship lab')).toEqual(['3']);
  expect(find('order nowhere')).toEqual([]);
});
