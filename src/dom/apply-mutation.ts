import type { AddedNode, AttributeValue, MutationData, StyleChanges } from './rrweb-events.ts';
import { nodeType } from './rrweb-events.ts';
import { mergeStyle } from './merge-style.ts';
import { factsOf, type NodeTree } from './node-tree.ts';
import type { PageNode } from './page-node.ts';
import { detachNode, isElement, isWithin, placeNode } from './page-node.ts';
import { spreadCss } from './spread-css.ts';

/** Applies one mutation event in rrweb's order: removes, adds, texts, attributes. */
export function applyMutation(tree: NodeTree, mutation: MutationData): void {
  for (const { id } of mutation.removes) {
    const node = tree.get(id);
    if (node === undefined) continue;
    restyle(node);
    tree.drop(node);
  }
  addNodes(tree, mutation.adds);
  for (const { id, value } of mutation.texts) {
    const node = tree.get(id);
    if (node === undefined) continue;
    restyle(node);
    node.text = value ?? '';
  }
  for (const { id, attributes } of mutation.attributes) {
    const node = tree.get(id);
    if (node === undefined) continue;
    for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  }
  tree.touch();
}

/** The sheet of a `style` is read anew when its text changes. */
function restyle({ parent, type }: Pick<PageNode, 'parent' | 'type'>): void {
  if (parent?.tag === 'style' && type === nodeType.text) spreadCss(parent);
}

/** Places adds as soon as the kin they name are there, whatever order they came in. */
function addNodes(tree: NodeTree, adds: readonly AddedNode[]): void {
  const waiting = new Map<number, AddedNode[]>();
  const place = (ready: AddedNode[], isMissing: (add: AddedNode) => number | undefined) => {
    for (let add = ready.pop(); add !== undefined; add = ready.pop()) {
      const missing = isMissing(add);
      if (missing === undefined) {
        placeAdded(tree, add);
        ready.push(...(waiting.get(add.node.id) ?? []).reverse());
        waiting.delete(add.node.id);
      } else {
        const others = waiting.get(missing);
        if (others === undefined) waiting.set(missing, [add]);
        else others.push(add);
      }
    }
  };
  place([...adds].reverse(), (add) => firstMissing(tree, add));
  if (waiting.size === 0) return;
  // A sibling that never comes must not cost the node its place under its parent.
  const parentMissing = (add: AddedNode) =>
    tree.get(add.parentId) === undefined ? add.parentId : undefined;
  const orphans = [...waiting.values()].flat().reverse();
  waiting.clear();
  place(orphans, parentMissing);
}

function firstMissing(tree: NodeTree, add: AddedNode): number | undefined {
  for (const id of [add.parentId, add.nextId, add.previousId])
    if (typeof id === 'number' && id >= 0 && tree.get(id) === undefined) return id;
  return undefined;
}

function placeAdded(tree: NodeTree, add: AddedNode): void {
  const parent = tree.get(add.parentId);
  if (parent === undefined) return;
  const moved = tree.get(add.node.id);
  if (moved !== undefined) {
    if (isWithin(parent, moved)) return;
    detachNode(moved);
  }
  // With a new `style` come its text nodes, empty, because the attribute holds their text.
  if (add.node.textContent) restyle({ parent, type: add.node.type });
  makeRoom(tree, parent, add);
  const before = siblingAfter(tree, parent, add);
  if (moved === undefined || (add.node.childNodes ?? []).length > 0) {
    if (moved !== undefined) tree.drop(moved);
    tree.grow(add.node, parent, before);
    return;
  }
  moved.rules = undefined;
  moved.facts = factsOf(add.node);
  moved.attributes.clear();
  for (const [name, value] of Object.entries(add.node.attributes ?? {}))
    setAttribute(moved, name, value);
  placeNode(parent, moved, before);
}

/** A document has one root element, and a frame one document: the newcomer replaces the old. */
function makeRoom(tree: NodeTree, parent: PageNode, add: AddedNode): void {
  const isRoot = parent.type === nodeType.document && add.node.type === nodeType.element;
  if (!isRoot && add.node.type !== nodeType.document) return;
  for (let child = parent.first; child !== undefined;) {
    const next: PageNode | undefined = child.next;
    if (isRoot ? isElement(child) : child.type === nodeType.document) tree.drop(child);
    child = next;
  }
}

function siblingAfter(tree: NodeTree, parent: PageNode, add: AddedNode): PageNode | undefined {
  const previous = typeof add.previousId === 'number' ? tree.get(add.previousId) : undefined;
  if (previous?.parent === parent && previous.next !== undefined) return previous.next;
  const next = typeof add.nextId === 'number' ? tree.get(add.nextId) : undefined;
  if (next?.parent === parent) return next;
  return add.node.isShadow === true ? undefined : firstShadow(parent);
}

/** rrweb lists a host's own children first and then those of its shadow root: so do we. */
function firstShadow(host: PageNode): PageNode | undefined {
  let first: PageNode | undefined;
  for (let at = host.last; at?.isShadow === true; at = at.previous) first = at;
  return first;
}

function setAttribute(node: PageNode, name: string, value: AttributeValue | StyleChanges): void {
  if (name === '_cssText') node.rules = undefined;
  if (name === 'value' && node.tag === 'textarea' && typeof value === 'string') node.value = value;
  if (value === null || value === false) node.attributes.delete(name);
  else if (typeof value === 'object')
    node.attributes.set(name, mergeStyle(node.attributes.get(name) ?? '', value));
  else node.attributes.set(name, value === true ? '' : String(value));
}
