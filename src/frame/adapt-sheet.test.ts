import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { adaptCssForReplay, createCache } from 'rrweb-snapshot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { adaptSheet } from './adapt-sheet.ts';

const recordings = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');

/** As rrweb's parser has it, which warns of sheets that it can't read. */
const byParser = (css: string) => adaptCssForReplay(css, createCache());

const piece = fc.constantFrom(
  ...['a', '.b', '#c', ':hover', '::before', ' ', '\n', ',', '>', ':', ';', '{', '}', '(', ')'],
  ...['[', ']', '"', "'", '\\', '\\:', '\\/', '\\31 ', '/*', '*/', '/', '@media', '@', '--x', '!'],
  ...['url(', 'url', ':is(', ':not(:hover)', 'color: red', 'margin:1px', '<!--', '-->', '*zoom: 1'],
  ...['{ color: red }', ' { a:b;c:d }', '@import "x";', '/* : { */', 'url(data:a;b,{})', '\u00a0'],
);
const jumble = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

const selector = fc
  .array(
    fc.constantFrom('a', '.b:hover', ':is(i:hover, b)', '.x\\:y:hover', '[t="a,b"]:hover', '&'),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .chain((parts) => fc.constantFrom(', ', ',\n', ' > ').map((between) => parts.join(between)));
const declarations = fc.constantFrom(
  ...[
    '',
    'color: red',
    'color:red;;',
    ' background: url("a{b}") ; x: ;',
    '--v: a:b;',
    '/* } */ a: b',
  ],
  ...['content: "\\"}"', 'src: url(data:x;y,z), url(b)', 'width: calc(1px + (2px * 3))', 'bad'],
);
const sheet: fc.Arbitrary<string> = fc.letrec<{ rule: string }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(selector, declarations).map(([to, what]) => `${to} {${what}}\n`),
    fc
      .tuple(
        fc.constantFrom('@media (hover: hover)', '@layer a', '@supports (a:b)', 'a:hover'),
        tie('rule'),
      )
      .map(([what, inner]) => `${what}{ color: red; ${inner} }`),
    fc.constantFrom('/* a:hover { */', '@import url(a);', '@charset "x";', ' ', ';'),
  ),
})).rule;

describe('adaptSheet', () => {
  beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
  afterAll(() => vi.restoreAllMocks());

  it('gives each rule for the pointer a second selector', () => {
    expect(adaptSheet('a { color: red } p:hover, b { color: blue }')).toBe(
      'a { color: red } p:hover, b,\np.\\:hover { color: blue }',
    );
  });

  it.each([
    ['an unclosed block', 'a:hover { color: red'],
    ['one block end too many', 'a:hover {} }'],
    ['a word without a value', 'a:hover { color }'],
    ['a value with a forgotten semicolon before it', 'a:hover { color: red width: 1px }'],
    ['an older condition for the screen', '@media (max-device-width: 1px) { a { b: c } }'],
    ['a selector with a comment in it', 'a /* x */ b:hover { color: red }'],
  ])('leaves %s to a parser', (_, css) => {
    expect(adaptSheet(css)).toBeUndefined();
  });

  it('says what the parser says of whole sheets', () => {
    const told = fc.sample(fc.array(sheet, { maxLength: 6 }), 200).map((rules) => rules.join(''));
    const own = told.filter((css) => adaptSheet(css) !== undefined);
    expect(own.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 6 }), (rules) => {
        const css = rules.join('');
        expect(adaptSheet(css) ?? byParser(css)).toBe(byParser(css));
      }),
      { numRuns: 2000 },
    );
  });

  it('says what the parser says of jumbles', () => {
    fc.assert(
      fc.property(jumble, (css) => {
        expect(adaptSheet(css) ?? byParser(css)).toBe(byParser(css));
      }),
      { numRuns: 5000 },
    );
  });

  it.skipIf(!existsSync(recordings))('says what the parser says of sheets of real pages', () => {
    const sheets = sheetsIn(recordings);
    const differ = sheets.filter((css) => (adaptSheet(css) ?? byParser(css)) !== byParser(css));
    expect(differ).toEqual([]);
    const left = sheets.filter((css) => adaptSheet(css) === undefined);
    expect(left.join('').length).toBeLessThan(sheets.join('').length / 100);
  });
});

/** The texts of all style sheets in a folder of recordings. */
function sheetsIn(folder: string): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(folder))
    JSON.parse(readFileSync(join(folder, name), 'utf8'), (key, value) => {
      if (key === '_cssText' && typeof value === 'string') found.add(value);
      if (value?.isStyle === true) found.add(String(value.textContent));
      return value as unknown;
    });
  return [...found];
}
