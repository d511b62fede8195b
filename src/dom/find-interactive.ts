import type { NodeTree } from './node-tree.ts';
import { elementById } from './page-index.ts';
import { following, isElement, type PageNode } from './page-node.ts';
import { inputType } from './role-of.ts';

const interactiveTags = new Set(['button', 'input', 'select', 'textarea', 'summary', 'option']);
const interactiveRoles = new Set(
  `button checkbox combobox link listbox menuitem menuitemcheckbox menuitemradio option radio
  searchbox slider spinbutton switch tab textbox treeitem`.split(/\s+/),
);
const controls = new Set(['input', 'select', 'textarea', 'button', 'meter', 'progress', 'output']);

/** The element an act on `node` was meant for: its nearest interactive ancestor, or itself. */
export function findInteractive(tree: NodeTree, node: PageNode): PageNode {
  let element = node;
  while (!isElement(element) && element.parent !== undefined) element = element.parent;
  for (let at: PageNode | undefined = element; at !== undefined; at = at.parent) {
    if (isInteractive(at)) return at;
    if (at.tag === 'label') return controlOf(tree, at) ?? at;
  }
  return element;
}

/** True for a field a person types a line or a text into. */
export function isTextField(node: PageNode): boolean {
  if (node.tag === 'textarea') return true;
  if (node.tag === 'input') return !notTyped.has(inputType(node));
  return isEditable(node);
}

export function isEditable(node: PageNode): boolean {
  const value = node.attributes.get('contenteditable');
  return value !== undefined && value !== 'false';
}

/** The editing host `node` is in, if it is in one. */
export function editingHost(node: PageNode): PageNode | undefined {
  let at: PageNode | undefined = node;
  while (at !== undefined && !isEditable(at)) at = at.parent;
  return at;
}

const notTyped = new Set(
  'button checkbox color file hidden image radio range reset submit'.split(' '),
);

function isInteractive(node: PageNode): boolean {
  const { attributes } = node;
  if (interactiveTags.has(node.tag)) return true;
  if (node.tag === 'a' || node.tag === 'area') return attributes.has('href');
  if (isEditable(node) || attributes.has('onclick')) return true;
  const role = attributes.get('role')?.trim().split(/\s+/)[0] ?? '';
  if (interactiveRoles.has(role)) return true;
  const tabindex = attributes.get('tabindex');
  return tabindex !== undefined && Number(tabindex) >= 0;
}

function controlOf(tree: NodeTree, label: PageNode): PageNode | undefined {
  const id = label.attributes.get('for');
  if (id) return elementById(tree, id, label);
  let at = following(label, label);
  while (at !== undefined && !controls.has(at.tag)) at = following(at, label);
  return at;
}
