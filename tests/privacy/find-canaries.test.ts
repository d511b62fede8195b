import { expect, test } from 'vitest';
import { Codes } from '#sanitizer/codes.ts';
import { Canaries, piecesOf } from './canaries.ts';
import { CanarySearch } from './find-canaries.ts';

const canaries = new Canaries(1);
const planted = Array.from({ length: 300 }, (_, index) => canaries.plant(`sink ${index}`));
const search = new CanarySearch(canaries.all);
const secret = planted[7]!;
const forms = (text: string) => search.find(text).map(({ sink, form }) => `${sink} ${form}`);
const codes = (make: (code: number) => string) =>
  [...secret].map((each) => make(each.charCodeAt(0))).join('');

test('no two canaries share a piece', () => {
  const pieces = planted.flatMap(piecesOf);
  expect(new Set(pieces).size).toBe(pieces.length);
});

test('no piece may stand in a time or in a code of the sanitizer by chance', () => {
  const pieces = Array.from({ length: 3000 }, () => piecesOf(canaries.plant('more'))).flat();
  expect(pieces.filter((piece) => /^\d+$/.test(piece))).toEqual([]);
  const codes = new Codes('salt');
  const alphabet = new Set(Array.from({ length: 999 }, (_, at) => codes.of(`${at}`)).join(''));
  const inCodes = (piece: string) => [...piece.toUpperCase()].every((each) => alphabet.has(each));
  expect(pieces.filter(inCodes)).toEqual([]);
});

test.each([
  ['as it is', secret, 'plain'],
  ['in capitals', secret.toUpperCase(), 'plain'],
  ['a piece from its middle', secret.slice(5, 11), 'plain'],
  ['backwards', [...secret].reverse().join(''), 'reversed'],
  ['in hexadecimal', Buffer.from(secret).toString('hex').toUpperCase(), 'hex'],
  ['in base64', btoa(secret), 'base64'],
  ['in base64 after one byte', btoa(`x${secret}`), 'base64'],
  ['in base64 after two bytes', btoa(`xy${secret}z`), 'base64'],
  ['percent-encoded', codes((code) => `%${code.toString(16)}`), 'escaped'],
  ['HTML-escaped', codes((code) => `&#${code};`), 'escaped'],
  ['HTML-escaped in hexadecimal', codes((code) => `&#x${code.toString(16)};`), 'escaped'],
  ['escaped as in JSON', codes((code) => `\\u00${code.toString(16)}`), 'escaped'],
  ['escaped as in CSS', codes((code) => `\\${code.toString(16)} `), 'escaped'],
])('a canary is found %s', (_, text, form) => {
  expect(forms(`{"some":"text ${text} more"}`)).toContain(`sink 7 ${form}`);
});

test('a canary is found when it is told key by key', () => {
  const keys = [...secret].map((key) => ({ type: 6, data: { payload: { key } } }));
  expect(search.find(JSON.stringify(keys))).toEqual([]);
  expect(search.findIn(keys)).toMatchObject([{ sink: 'sink 7', form: 'key by key' }]);
});

test('a form that has no pieces is found as a whole', () => {
  const dates = new Canaries(2);
  dates.plantWhole('birthday', '1957-08-23');
  expect(new CanarySearch(dates.all).find('"1957-08-23"')).toHaveLength(1);
});

test('nothing is found in ordinary bytes', () => {
  const ordinary = Array.from({ length: 4000 }, (_, index) =>
    Buffer.from(String(Math.imul(index, 2654435761))).toString('base64'),
  ).join(' ');
  expect(search.find(`${ordinary} display: grid; 9f86d081884c7d659a2feaa0c55ad015`)).toEqual([]);
});
