import { expect, test } from 'vitest';
import { Codes } from './codes.ts';
import { TextCleaner } from './text-cleaner.ts';
import { Vocabulary } from './vocabulary.ts';

const cleaner = (salt = 'salt') =>
  new TextCleaner(new Vocabulary({ vocabulary: ['Ticket queue', 'Zunft'] }), new Codes(salt));

const signs = {
  n: 'NUMBER',
  p: 'PHONE',
  d: 'DATE',
  t: 'TIME',
  a: 'AMOUNT',
  '%': 'PERCENT',
  i: 'ID',
};
/** What became of each word and value, however wide it is told. */
const kinds = (text: string) =>
  text
    .replace(/‹([A-Z]+)_[^›]*›/g, '‹$1›')
    .replace(/‹([a-z%])[A-Z2-9]{2,4}·*›/g, (_, sign: keyof typeof signs) => `‹${signs[sign]}›`)
    .replace(/([xX])[xX]*i?/g, '$1');

test.each([
  ['Save changes', 'Save changes'],
  ['  Sort by:  date…', '  Sort by:  date…'],
  ["Can't save!", "Can't save!"],
  ['Zunft settings', 'Zunft settings'],
  ['Inbox (12)', 'Inbox (00)'],
  ['Order 104233', 'Order ‹NUMBER›'],
  ['Delete “John Smith”?', 'Xxxxxx -Xxxx Xxxxx-?'],
  [
    'Open the file and then save the file and close it all',
    'Xxxx xxx xxxx xxx xxxx xxxx xxx xxxx xxx xxxxx xx xxx',
  ],
  ['×', '×'],
])('an interface says %j as %j', (text, told) => {
  expect(kinds(cleaner().clean(text, true))).toBe(kinds(told));
});

test.each([
  ['Save changes', 'Xxxx xxxxxxx'],
  ['Ticket queue:', 'Ticket queue:'],
  ['Ticket queues', 'Xxxxxx xxxxxx'],
  ['write to a.b+c@mail.example.com now', 'xxxxx xx ‹EMAIL› xxx'],
  ['see https://x.example/a?b=c or www.x.example', 'xxx ‹URL› xx ‹URL›'],
  ['call +1 (415) 555-0100 or 020 7946 0958', 'xxxx ‹PHONE› xx ‹PHONE›'],
  ['DE89 3704 0044 0532 0130 00', '‹IBAN›'],
  ['4111 1111 1111 1111', '‹CARD›'],
  ['12 May 2024, 2024-05-12, 12/05/24', '‹DATE›, ‹DATE›, ‹DATE›'],
  ['2024-05-12T10:11:12.123Z', '‹DATE›'],
  ['at 3:45 pm', 'xx ‹TIME›'],
  ['€ 1.234,50 and 12.50 USD', '‹AMOUNT› xxx ‹AMOUNT›'],
  ['20 % off', '‹PERCENT› xxx'],
  ['ORD-10423 #1042 a1b2c3d4', '‹ID› ‹ID› ‹ID›'],
  ['1,234 items', '‹NUMBER› xxxxx'],
  ['page 42 x86 3.8', 'xxxx 00 x00 0.0'],
  ['日本 Ärger 😀 Привет', '〇〇 Xxxxx 〇 Xxxxxx'],
  ['a\u200bb\u0301c', 'xxx'],
])('other text says %j as %j', (text, told) => {
  expect(kinds(cleaner().clean(text, false))).toBe(kinds(told));
});

test('the same value has the same placeholder everywhere, and another one under another salt', () => {
  const text = 'to jane@mail.example';
  expect(cleaner().clean(text, false)).toBe(cleaner().clean(text, false));
  expect(cleaner('other').clean(text, false)).not.toBe(cleaner().clean(text, false));
  expect(cleaner().clean('jane@mail.example', true)).toBe(cleaner().clean(text, false).slice(3));
});

test.each([
  '1'.repeat(20_000),
  'a@'.repeat(10_000),
  '1-'.repeat(10_000),
  'a.b-1_'.repeat(3_000),
  'https://'.repeat(2_500),
  'aa00 '.repeat(4_000),
])('a text made to be slow is no slower than its length', (text) => {
  expect(cleaner().clean(text, false)).not.toContain('1');
});
