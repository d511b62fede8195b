import { expect, test } from 'vitest';
import { areInRecording, isInRecording } from './recorded-address.ts';

test.each([
  '',
  '  ',
  'data:,',
  'data:image/svg+xml,<svg/>',
  'DATA:x;base64,QUI=',
  'data:;base64,QQ',
])('in a recording: %s', (address) => expect(isInRecording(address)).toBe(true));

test.each([
  'https://shop.example/',
  '//shop.example',
  'a.png',
  '#x',
  'blob:https://shop.example/1',
  'data:image/png',
  'data:image/png;base64,!!',
  'data:image/png;base64,QUI=Q',
])('not in a recording, or not to be read: %s', (address) =>
  expect(isInRecording(address)).toBe(false),
);

test('a set is as good as all its pictures', () => {
  expect(areInRecording('data:,a 1x, data:,b 2.5x')).toBe(true);
  expect(areInRecording('data:,a 1x, b.png 2x')).toBe(false);
});
