import type { NodeTree } from './node-tree.ts';
import { elementById, indexOf } from './page-index.ts';
import { isElement, scopeOf, type PageNode } from './page-node.ts';
import { inputType, roleOf } from './role-of.ts';
import { collapse, textOf } from './text-of.ts';

const namedByContent = new Set(
  `button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio
  option radio row rowheader switch tab tooltip treeitem`.split(/\s+/),
);
const fields = new Set(['input', 'select', 'textarea', 'meter', 'output', 'progress']);
const levels = 100;

/** The accessible name, by the rules of accname that decide in practice; empty when there is none. */
export function nameOf(tree: NodeTree, node: PageNode): string {
  const { names } = indexOf(tree);
  const known = names.get(node);
  if (known !== undefined) return known;
  const name = collapse(
    fromLabelledBy(tree, node) ||
      node.attributes.get('aria-label') ||
      fromNative(tree, node) ||
      fromContent(node) ||
      node.attributes.get('title') ||
      node.attributes.get('placeholder') ||
      '',
  );
  names.set(node, name);
  return name;
}

function fromLabelledBy(tree: NodeTree, node: PageNode): string {
  const ids = node.attributes.get('aria-labelledby')?.split(/\s+/) ?? [];
  const texts = ids.slice(0, 8).map((id) => {
    const label = id === '' ? undefined : elementById(tree, id, node);
    if (label === undefined) return '';
    return (
      label.attributes.get('aria-label') ?? textOf(label, { hidden: true, replace: alternative })
    );
  });
  return collapse(texts.join(' '));
}

function fromNative(tree: NodeTree, node: PageNode): string {
  const { attributes } = node;
  const type = inputType(node);
  if (type === 'submit') return attributes.get('value') ?? 'Submit';
  if (type === 'reset') return attributes.get('value') ?? 'Reset';
  if (type === 'button') return attributes.get('value') ?? '';
  if (type === 'image') return attributes.get('alt') ?? attributes.get('value') ?? 'Submit';
  if (fields.has(node.tag)) return labelText(tree, node);
  if (node.tag === 'img' || node.tag === 'area') return attributes.get('alt') ?? '';
  const caption = { fieldset: 'legend', table: 'caption', figure: 'figcaption', svg: 'title' }[
    node.tag
  ];
  for (let child = node.first; caption !== undefined && child !== undefined; child = child.next)
    if (isElement(child) && child.tag === caption) return textOf(child, { hidden: true });
  return '';
}

function labelText(tree: NodeTree, field: PageNode): string {
  const id = field.attributes.get('id');
  const scope = scopeOf(field);
  const labels = (id ? (indexOf(tree).labelsFor.get(id) ?? []) : []).filter(
    (label) => scopeOf(label) === scope,
  );
  const wrapping = closestLabel(field);
  if (wrapping !== undefined && !labels.includes(wrapping) && !wrapping.attributes.get('for'))
    labels.push(wrapping);
  // The field inside its own label says nothing about itself.
  const replace = (node: PageNode) => (fields.has(node.tag) ? '' : alternative(node));
  return collapse(labels.map((label) => textOf(label, { replace })).join(' '));
}

function closestLabel(node: PageNode): PageNode | undefined {
  let at = node.parent;
  for (let level = 0; at !== undefined && at.tag !== 'label' && level < levels; level++)
    at = at.parent;
  return at?.tag === 'label' ? at : undefined;
}

function fromContent(node: PageNode): string {
  const role = roleOf(node);
  if (role === undefined || !namedByContent.has(role)) return '';
  return textOf(node, { replace: alternative });
}

function alternative(node: PageNode): string | undefined {
  const label = node.attributes.get('aria-label');
  if (label) return label;
  return node.tag === 'img' ? (node.attributes.get('alt') ?? '') : undefined;
}
