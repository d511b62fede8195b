import { describe, expect, it, test } from 'vitest';
import { withholdPieces } from './withheld-sheets.ts';
import { withholdCss } from './withheld-css.ts';

const far = 'https://shop.example/shoe.png';
const sheet = (css: string) => withholdCss(css, 'sheet');

describe('addresses in a sheet', () => {
  test.each([
    ['in quotes', `a{background:url("${far}") red}`, 'a{background:url("data:,") red}'],
    ['bare', `a{background: URL( ${far} )}`, 'a{background: url("data:,")}'],
    ['in escapes', String.raw`a{background:u\72l(${far})}`, 'a{background:url("data:,")}'],
    ['relative', 'a{cursor:url(hand.cur),auto}', 'a{cursor:url("data:,"),auto}'],
    ['in a variable', `a{--x: url(${far})}`, 'a{--x: url("data:,")}'],
    ['of a set', `a{background:image-set("${far}" 2x)}`, 'a{background:image-set("data:," 2x)}'],
    ['in a nested rule', `@media all{a{b:url(${far})}}`, '@media all{a{b:url("data:,")}}'],
    ['never closed', `a{background:url("${far}"`, `a{background:url("${far}"`],
    ['of the page, as a picture', 'a{background:url(#x)}', 'a{background:url("data:,")}'],
    ['that can not be data', 'a{background:url(data:x)}', 'a{background:url("data:,")}'],
  ])('%s give way', (_where, css, held) => expect(sheet(css)).toBe(held));

  test.each([
    ['data', 'a{background:url("data:image/png;base64,AAAA")}'],
    ['elements of the page', 'a{mask:url(#m);filter:url("#f") blur(1px);clip-path:url(#c)}'],
    ['words in a comment', `/* url(${far}) */a{color:red}`],
    ['words in a string', `a{content:"url(${far})"}`],
    ['names of spaces', '@namespace svg url(http://www.w3.org/2000/svg);a{color:red}'],
    ['classes in escapes', String.raw`.md\:w-\[1px\],.\31 {color:red}`],
  ])('%s stay as they are', (_what, css) => expect(sheet(css)).toBe(css));

  it('are taken from letters with all that is said of them', () => {
    const css = `@font-face{src:local(A),url(a.woff2) format("woff2") tech(x),url(b.woff);font-family:A}a{b:url(c)}`;
    expect(sheet(css)).toBe(
      '@font-face{src:local(A),local(""),local("");font-family:A}a{b:url("data:,")}',
    );
  });
});

describe('an import', () => {
  test.each([
    ['leaves a layer, so that no rule gets another number', `@import "${far}";a{}`, /^@layer /],
    ['leaves the layer that it names', `@import url(${far}) layer(base) print;`, /^@layer base;$/],
    ['is known in escapes', String.raw`@\69mport url(x);`, /^@layer /],
    ['comes after others', `@charset "x";@layer a;@import "b";`, /^@charset "x";@layer a;@layer /],
    ['need not end', `@import "${far}"`, /^@layer tasktape-withheld;$/],
  ])('%s', (_what, css, held) => expect(sheet(css)).toMatch(held));

  it('that a browser reads over is left alone', () => {
    const late = `a{}@import "${far}";`;
    expect(sheet(late)).toBe(late);
    expect(withholdCss(`@import "${far}";`, 'sheet of script')).toBe(`@import "${far}";`);
  });
});

test('a value is read as of its property', () => {
  expect(withholdCss('url(#x)', { property: 'fill' })).toBe('url(#x)');
  expect(withholdCss('url(#x)', { property: 'list-style' })).toBe('url("data:,")');
  expect(withholdCss('url(a.woff)', { property: 'src' })).toBe('local("")');
});

test('a sheet broken anywhere is read as one', () => {
  const css = `@import "x";a{background:url("${far}");color:red}b{mask:url(#m)}`;
  for (let at = 0; at <= css.length; at += 1) {
    const pieces = [css.slice(0, at), css.slice(at)];
    expect(withholdPieces(pieces).join('')).toBe(sheet(css));
  }
});

test('text that is no style is only ever changed in its addresses', () => {
  const odd = `} { ]) url(${far}) "open ; @media ( url(x`;
  expect(sheet(odd).replaceAll('url("data:,")', `url(${far})`)).toBe(odd);
});
