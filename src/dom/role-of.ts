import type { PageNode } from './page-node.ts';

const byTag: Readonly<Record<string, string>> = {
  article: 'article',
  aside: 'complementary',
  button: 'button',
  datalist: 'listbox',
  dd: 'definition',
  details: 'group',
  dialog: 'dialog',
  dt: 'term',
  fieldset: 'group',
  figure: 'figure',
  footer: 'contentinfo',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  header: 'banner',
  hr: 'separator',
  iframe: 'iframe',
  li: 'listitem',
  main: 'main',
  math: 'math',
  menu: 'list',
  meter: 'meter',
  nav: 'navigation',
  ol: 'list',
  optgroup: 'group',
  option: 'option',
  output: 'status',
  p: 'paragraph',
  progress: 'progressbar',
  search: 'search',
  summary: 'button',
  table: 'table',
  tbody: 'rowgroup',
  td: 'cell',
  textarea: 'textbox',
  tfoot: 'rowgroup',
  th: 'columnheader',
  thead: 'rowgroup',
  tr: 'row',
  ul: 'list',
};

const byInputType: Readonly<Record<string, string>> = {
  button: 'button',
  checkbox: 'checkbox',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
};

/** Input types that hold no line of text and have no role of their own. */
const withoutRole = new Set('hidden file color date datetime-local month time week'.split(' '));

/** The ARIA role of an element: the one it states, or the one its tag implies. */
export function roleOf(node: PageNode): string | undefined {
  const stated = node.attributes.get('role')?.trim().split(/\s+/)[0];
  if (stated) return stated === 'none' || stated === 'presentation' ? undefined : stated;
  switch (node.tag) {
    case 'a':
    case 'area':
      return node.attributes.has('href') ? 'link' : undefined;
    case 'img':
      return node.attributes.get('alt') === '' ? undefined : 'img';
    case 'select':
      return node.attributes.has('multiple') || Number(node.attributes.get('size') ?? 0) > 1
        ? 'listbox'
        : 'combobox';
    case 'input':
      return inputRole(node);
    default:
      return Object.hasOwn(byTag, node.tag) ? byTag[node.tag] : undefined;
  }
}

function inputRole(node: PageNode): string | undefined {
  const type = inputType(node);
  if (withoutRole.has(type)) return undefined;
  if (Object.hasOwn(byInputType, type) && type !== 'search') return byInputType[type];
  if (node.attributes.has('list')) return 'combobox';
  return byInputType[type] ?? (type === 'password' ? undefined : 'textbox');
}

/** The lower-case type of an `<input>`, `text` when it states none; empty for other elements. */
export function inputType(node: PageNode): string {
  return node.tag === 'input' ? (node.attributes.get('type')?.toLowerCase() ?? 'text') : '';
}
