import { describe, expect, test } from 'vitest';
import { readSvgValue } from './svg-values.ts';

describe('what a browser can read of a drawing is left as it is', () => {
  test.each([
    ['path', 'd', 'M0 0 10-5.5.5.5L1,1 ,2 2 zm1e-3 4a1 1 0 0110 10c1 2 3 4 5 6z '],
    ['path', 'd', ''],
    ['polygon', 'points', '0,0 10-5 3'],
    ['svg', 'viewBox', '0,0 24 24'],
    ['svg', 'width', 'calc(1em + 2px)'],
    ['svg', 'preserveAspectRatio', 'xMidYMid slice'],
    ['g', 'transform', ' translate( 1,2 ) rotate(45 1 1),scale(2)'],
    ['text', 'x', '1 2px,3%'],
    ['stop', 'offset', '50%'],
    ['marker', 'orient', 'auto-start-reverse'],
    ['animate', 'keyTimes', '0; .5 ;1'],
    ['rect', 'class', 'NaN'],
  ])('<%s %s="%s">', (tag, name, value) => expect(readSvgValue(tag, name, value)).toBe(value));
});

describe('what it can not read is left out', () => {
  test.each([
    ['svg', 'width', 'auto'],
    ['rect', 'height', 'NaN'],
    ['rect', 'width', '-1'],
    ['circle', 'r', ''],
    ['svg', 'viewBox', '0 0 24'],
    ['g', 'transform', 'translate(10px, 5px)'],
    ['g', 'transform', 'rotate(45deg)'],
    ['lineargradient', 'gradientUnits', 'bogus'],
    ['animate', 'keyTimes', '1;0'],
    ['polygon', 'points', '0 0 1 1 NaN'],
  ])('<%s %s="%s">', (tag, name, value) => expect(readSvgValue(tag, name, value)).toBe(undefined));
});

test('a path goes as far as it is whole', () => {
  expect(readSvgValue('path', 'd', 'M0 0L10 10c1 2 3')).toBe('M0 0L10 10');
  expect(readSvgValue('path', 'd', 'L1 1')).toBe('');
  expect(readSvgValue('path', 'd', 'M0 0h5 6X')).toBe('M0 0h5 6');
});
