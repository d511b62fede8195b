/** Sinks in style sheets: every way a text gets into CSS. */
import { add, type Root, type Sink } from './sink.ts';

/** Each way in, as the whole text of a sheet. */
const sheets: Readonly<Record<string, (value: string) => string>> = {
  'content string': (value) => `.c1::before { content: "${value}" }`,
  'content string, escaped': (value) =>
    `.c2::before { content: "${[...value].map((each) => `\\${each.charCodeAt(0).toString(16)} `).join('')}" }`,
  'content attr fallback': (value) => `.c3::before { content: attr(data-x, "${value}") }`,
  'alternative text of content': (value) => `.c4::before { content: "" / "${value}" }`,
  url: (value) => `.c5 { background-image: url(/files/${value}.png) }`,
  'quoted url': (value) => `.c6 { cursor: url("/files/${value}.cur"), auto }`,
  'data url': (value) => `.c7 { background: url("data:text/plain,${value}") }`,
  'image set': (value) => `.c8 { background-image: image-set("/${value}.png" 1x) }`,
  'custom property': (value) => `:root { --tenant: ${value} }`,
  'quoted custom property': (value) => `:root { --tenant2: "${value}" }`,
  'name of a custom property': (value) => `:root { --${value}: 1px }`,
  'name of a font': (value) => `@font-face { font-family: "${value}"; src: local(Arial) }`,
  'source of a font': (value) => `@font-face { font-family: F; src: url(/${value}.woff2) }`,
  'local source of a font': (value) => `@font-face { font-family: G; src: local("${value}") }`,
  import: (value) => `@import url("/sheets/${value}.css");`,
  'value of an attribute selector': (value) => `[data-mail="${value}"] { color: red }`,
  'name of an attribute selector': (value) => `[data-${value}] { color: red }`,
  'class selector': (value) => `.${value} { color: red }`,
  'id selector': (value) => `#${value} { color: red }`,
  'element selector': (value) => `x-${value} { color: red }`,
  'pseudo-class argument': (value) => `:is(.a, :lang(${value})) { color: red }`,
  'name of keyframes': (value) => `@keyframes ${value} { to { opacity: 1 } }`,
  'name of a layer': (value) => `@layer ${value} { a { color: red } }`,
  'name of a container': (value) => `.k { container-name: ${value} }`,
  'name in a container query': (value) => `@container ${value} (width > 1px) { a { color: red } }`,
  'name of a counter': (value) => `.l { counter-reset: ${value} 3 }`,
  'name of a counter style': (value) => `@counter-style ${value} { system: cyclic; symbols: "x" }`,
  'symbols of a counter style': (value) => `@counter-style s { symbols: "${value}" }`,
  comment: (value) => `/* ${value} */ a { color: red }`,
  quotes: (value) => `q { quotes: "${value}" "»" }`,
  'name of a grid area': (value) => `.g { grid-template-areas: "${value} b" }`,
  'name of a grid line': (value) => `.h { grid-template-columns: [${value}] 1fr }`,
  'name of a property rule': (value) =>
    `@property --${value} { syntax: "*"; inherits: false; initial-value: 1 }`,
  'name of a page': (value) => `@page ${value} { margin: 1cm }`,
  'name of a view transition': (value) => `.v { view-transition-name: ${value} }`,
  namespace: (value) => `@namespace n url(http://${value}.example);`,
  'supports condition': (value) => `@supports (color: ${value}) or (color: red) { a { top: 0 } }`,
  'media query': (value) => `@media screen and (${value}) { a { top: 0 } }`,
  'unknown property': (value) => `a { customer: ${value} }`,
  'unknown at-rule': (value) => `@customer ${value} { a { top: 0 } }`,
  'font family': (value) => `a { font-family: "${value}", serif }`,
  'animation name': (value) => `a { animation: ${value} 1s }`,
  'name of a function': (value) => `a { transform: ${value}(3px) }`,
  unit: (value) => `a { width: 12${value} }`,
  'bad string': (value) => `a { content: "${value}`,
};

const styleElement = (name: string, sheetOf: (value: string) => string): Sink => ({
  name: `style element: ${name}`,
  make(root, value) {
    const style = add(root, 'style');
    style.textContent = sheetOf(value);
    return (next) => void (style.textContent = sheetOf(next));
  },
});

/** A way in by script, on a sheet that is there already. */
const byScript = (name: string, put: (sheet: CSSStyleSheet, value: string) => void): Sink => ({
  name: `sheet by script: ${name}`,
  make(root, value) {
    const style = add(root, 'style') as HTMLStyleElement;
    style.textContent = '.s { color: red }';
    const give = (next: string) => {
      if (style.sheet) put(style.sheet, next);
    };
    give(value);
    return give;
  },
});

const styleRule = (sheet: CSSStyleSheet) => (sheet.cssRules[0] as CSSStyleRule).style;

function adopt(root: Root, text: string): CSSStyleSheet {
  const owner = 'host' in root ? root : root.ownerDocument;
  const sheet = new (root.ownerDocument.defaultView as typeof globalThis & Window).CSSStyleSheet();
  sheet.replaceSync(text);
  owner.adoptedStyleSheets = [...owner.adoptedStyleSheets, sheet];
  return sheet;
}

export const sinksOfStyles: readonly Sink[] = [
  ...Object.entries(sheets).map(([name, sheetOf]) => styleElement(name, sheetOf)),
  byScript('insertRule', (sheet, value) => sheet.insertRule(`.i::after { content: "${value}" }`)),
  byScript('setProperty', (sheet, value) => styleRule(sheet).setProperty('--tenant', value)),
  byScript('setProperty url', (sheet, value) =>
    styleRule(sheet).setProperty('background-image', `url("/${value}.png")`),
  ),
  byScript('setProperty name', (sheet, value) => styleRule(sheet).setProperty(`--${value}`, '1px')),
  {
    name: 'inline style by setProperty',
    make(root, value) {
      const { style } = add(root, 'div');
      style.setProperty('--tenant', value);
      return (next) => style.setProperty('background-image', `url("/inline/${next}.png")`);
    },
  },
  {
    name: 'adopted sheet',
    make(root, value) {
      const sheet = adopt(root, `.ad::before { content: "${value}" }`);
      return (next) => sheet.replaceSync(`.ad::before { content: "${next}" }`);
    },
  },
  {
    name: 'adopted sheet by insertRule',
    make(root, value) {
      const sheet = adopt(root, '.ae { color: red }');
      const give = (next: string) =>
        void sheet.insertRule(`.ae { background: url(/a/${next}.png) }`);
      give(value);
      return give;
    },
  },
  {
    name: 'linked sheet',
    make(root, value) {
      const link = add(root, 'link', { rel: 'stylesheet', href: `/sheets/${value}.css` });
      return (next) => link.setAttribute('href', `/sheets/${next}.css`);
    },
  },
];
