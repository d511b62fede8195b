import { expect, test } from 'vitest';
import { Codes } from './codes.ts';
import { Names } from './names.ts';
import { StyleCleaner } from './style-cleaner.ts';
import { Vocabulary } from './vocabulary.ts';

let drops = 0;
const names = new Names(new Vocabulary({ vocabulary: [] }), new Codes('salt'));
const styles = new StyleCleaner(names, () => (drops += 1));
const jane = names.of('jane-roe');

test.each([
  ['.btn-primary:hover{color:#fff}', '.btn-primary:hover{color:#fff;}'],
  ['.jane-roe > #jane-roe{top:0}', `.${jane} > #${jane}{top:0;}`],
  [
    'a[data-state="open"],a[title="jane-roe" i]{top:0}',
    `a[data-state="open"],a[title="${jane}" i]{top:0;}`,
  ],
  [
    'a[aria-current],b[aria-pressed="true"]{top:0}',
    'a[aria-current],b[aria-pressed="true"]{top:0;}',
  ],
  ['li:nth-child(2n + 1)::before{top:0}', 'li:nth-child(2n + 1)::before{top:0;}'],
  ['.md\\:w-1\\/2{width:50%}', '.md\\:w-1\\/2{width:50%;}'],
  ['.a:jane(b){top:0} .b{top:0}', 'n{}.b{top:0;}'],
  ['.a,.b:jane(c),::before{top:0}', '.a,::before{top:0;}'],
  ['@import url(x.css); @charset "utf-8"; @namespace x url(y);', 'n{}n{}'],
  ['@font-face{font-family:Jane;src:url(x)} .a{top:0}', 'n{}.a{top:0;}'],
  ['@document url(x){.a{top:0}}', 'n{}'],
  ['@media (max-width:40.5em){.a{top:0}@font-face{}}', '@media (max-width:40.5em){.a{top:0;}n{}}'],
  ['@supports not (display:grid){.a{top:0}}', '@supports not (display:grid){.a{top:0;}}'],
  ['@layer base, jane-roe;', `@layer base, ${jane};`],
  [
    '@container jane-roe (min-width:1px){.a{top:0}}',
    `@container ${jane} (min-width:1px){.a{top:0;}}`,
  ],
  ['@keyframes jane-roe{from{top:0}50%{top:1px}}', `@keyframes ${jane}{from{top:0;}50%{top:1px;}}`],
  ['.a{&:focus{top:0} @media print{left:0}}', '.a{&:focus{top:0;}@media print{left:0;}}'],
  ['/* jane */.a/* roe */{top:0}', '.a{top:0;}'],
  ['.a{top:0', '.a{top:0;}'],
  ['.a{color:red}}.b{top:0}', '.a{color:red;}.b{top:0;}'],
])('the sheet %s is told as %s', (css, told) => {
  expect(styles.sheet(css)).toBe(told);
});

test.each([
  ['color:RED!important', 'color:RED!important;'],
  ['background:#fff url("jane.png") no-repeat', 'background:#fff none no-repeat;'],
  ['background-image:url(data:image/png;base64,AAAA)', 'background-image:none;'],
  ['background:image-set("jane.png" 1x)', 'background:none;'],
  ['width:calc(100% - var(--jane-roe))', `width:calc(100% - var(--${jane}));`],
  ['--jane-roe:12px', `--${jane}:12px;`],
  ['font-family:"Segoe UI",jane-roe,sans-serif', `font-family:"Segoe UI",${jane},sans-serif;`],
  [
    'grid-template-areas:"nav main" "nav jane-roe"',
    `grid-template-areas:"nav main" "nav ${jane}";`,
  ],
  ['animation:jane-roe 3s infinite', `animation:${jane} 3s infinite;`],
  ['content:"jane"', 'content:"";'],
  ['content:"\\2022"', 'content:"•";'],
  ['content:"● "', 'content:"● ";'],
  ['content:attr(title)', 'content:attr(title);'],
  ['quotes:"jane" "roe"', 'quotes:"" "";'],
  ['jane:1px', ''],
  ['top:expression(jane)', ''],
  ['color:#jane', ''],
  ['color:#12345', ''],
  ['z-index:2147483647', 'z-index:99999;'],
  ['top:1.23456789px', 'top:1.2346px;'],
  ['top:12jane', ''],
  ['behavior:url(x);top:0', 'behavior:none;top:0;'],
  ['top:0;}body{left:0', 'top:0;'],
])('the declarations %s are told as %s', (css, told) => {
  expect(styles.declarations(css)).toBe(told);
});

test('the parts of a sheet that was written in several text nodes stay apart', () => {
  expect(styles.sheet('.a{top:0}/* rr_split */.b{top:0}')).toBe(
    '.a{top:0;}/* rr_split */.b{top:0;}',
  );
});

test('a sheet too large to look through is dropped and counted', () => {
  const before = drops;
  expect(styles.sheet(`.a{top:0}${' '.repeat(4_000_000)}`)).toBe('');
  expect(drops).toBe(before + 1);
});

test('a rule without anything to tell is still a rule', () => {
  expect(styles.rule('@font-face{src:url(x)}')).toBe('n{}');
});

test('blocks a thousand deep and brackets without end are read to the end', () => {
  expect(styles.sheet('@media all{'.repeat(1000))).toContain('@media all{');
  expect(styles.sheet(`.a{top:${'('.repeat(10_000)}`)).toBe('.a{}');
});
