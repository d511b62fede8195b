import { expect, test } from 'vitest';
import { suggesterAddress } from './suggester-address.ts';

test.each([
  'https://model.example/suggest',
  'http://127.0.0.1:8000/',
  'http://localhost:9/x?key=1',
])('%s may be asked', (address) => expect(suggesterAddress(address)).toBe(address));

test.each([
  'http://model.example/',
  'ftp://127.0.0.1/',
  'model',
  '',
  'https://me:secret@model.example/',
  'https://*.example/',
  'javascript:alert(1)',
])('“%s” is refused', (address) =>
  expect(() => suggesterAddress(address)).toThrow(/https address/),
);
