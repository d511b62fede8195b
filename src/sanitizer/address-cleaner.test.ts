import { expect, test } from 'vitest';
import { AddressCleaner } from './address-cleaner.ts';
import { Codes } from './codes.ts';
import { Names } from './names.ts';
import { Vocabulary } from './vocabulary.ts';

const codes = new Codes('salt');
const names = new Names(new Vocabulary({ vocabulary: [] }), codes);
const addresses = new AddressCleaner(names, codes, [
  'https://desk.example',
  'http://localhost:8080/',
]);
const coded = (address: string | undefined) => address?.replace(/~[A-Z2-9]{4}/g, '~');

test.each([
  ['https://desk.example', 'https://desk.example/'],
  ['HTTPS://DESK.example:443/orders', 'https://desk.example/orders'],
  ['https://desk.example/orders/1042/edit', 'https://desk.example/orders/~/edit'],
  ['https://desk.example/users/jane-roe', 'https://desk.example/users/~'],
  ['https://desk.example/v2/items.html', 'https://desk.example/v2/items.html'],
  ['https://desk.example/a%20b', 'https://desk.example/~'],
  ['https://desk.example/?tab=open&jane=1&page=2', 'https://desk.example/?tab=~&page=~'],
  ['https://desk.example/#/settings/jane?x=1', 'https://desk.example/#/settings/~'],
  ['https://desk.example/#token=abc', 'https://desk.example/'],
  ['https://jane:pw@desk.example/', 'https://desk.example/'],
  ['http://localhost:8080/list', 'http://localhost:8080/list'],
  ['http://localhost:8081/list', undefined],
  ['http://desk.example/', undefined],
  ['https://desk.example.evil.example/', undefined],
  ['https://desk.example@evil.example/', undefined],
  ['https://evil.example/https://desk.example/', undefined],
  ['about:blank', undefined],
  ['', undefined],
])('the page %s is told as %s', (href, told) => {
  expect(coded(addresses.page(href))).toBe(told);
});

test.each([
  ['/orders/1042?sort=name', '/orders/~?sort=~'],
  ['#/settings', '#/settings'],
  ['#jane', ''],
  ['next', 'next'],
  ['../help', '../help'],
  ['//evil.example/x', undefined],
  ['\\\\evil.example', undefined],
  ['javascript:alert(1)', undefined],
  [' java\nscript:alert(1)', undefined],
  ['data:text/html,hi', undefined],
  ['blob:https://desk.example/1', undefined],
  ['mailto:jane@mail.example', undefined],
])('the link %s is told as %s', (href, told) => {
  expect(coded(addresses.link(href))).toBe(told);
});
