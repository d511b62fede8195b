import { factsOf, attributesFrom, textFrom } from './make-node.ts';
import type { NodeTree } from './node-tree.ts';
import { extrasOf } from './node-extras.ts';
import type { PageNode } from './page-node.ts';
import { detachNode, isElement, isText, isWithin, placeNode } from './page-node.ts';
import { isRecord, recordsIn } from './records-in.ts';
import type { AddedNode, AttributeValue, MutationData, StyleChanges } from './rrweb-events.ts';
import { nodeType } from './rrweb-events.ts';
import { styleText } from './style-text.ts';
import { markAsCss, spreadCss } from './spread-css.ts';

/** Applies one mutation event in rrweb's order: removes, adds, texts, attributes. */
export function applyMutation(tree: NodeTree, mutation: MutationData, timestamp: number): void {
  for (const { id, parentId } of recordsIn(mutation.removes)) {
    const node = tree.get(id);
    if (node === undefined || tree.get(parentId) === undefined) continue;
    restyle(node);
    tree.drop(node);
  }
  addNodes(tree, mutation.adds, timestamp);
  if (tree.documentsToCome.size > 0) placeDocumentsToCome(tree, timestamp);
  for (const { id, value } of recordsIn(mutation.texts)) {
    const node = tree.get(id);
    if (node === undefined || isElement(node) || node.type === nodeType.document) continue;
    restyle(node);
    node.text = textFrom(value);
    markAsCss(node);
  }
  for (const { id, attributes } of recordsIn(mutation.attributes)) {
    const node = tree.get(id);
    if (node === undefined || !isElement(node) || !isRecord(attributes)) continue;
    for (const name in attributes) setAttribute(node, name, attributes[name]);
  }
  tree.touch();
}

/** The sheet of a `style` is read anew when its text changes. */
function restyle({ parent, type }: Pick<PageNode, 'parent' | 'type'>): void {
  if (parent?.tag === 'style' && type === nodeType.text) spreadCss(parent);
}

/** Places adds as soon as the kin they name are there, whatever order they came in. */
function addNodes(tree: NodeTree, told: readonly AddedNode[], timestamp: number): void {
  const adds = recordsIn(told).filter(({ node }) => isRecord(node));
  if (adds.length === 0) return;
  const waiting = new Map<number, AddedNode[]>();
  const place = (ready: AddedNode[], isMissing: (add: AddedNode) => number | undefined) => {
    for (let add = ready.pop(); add !== undefined; add = ready.pop()) {
      const missing = isMissing(add);
      if (missing === undefined) {
        placeAdded(tree, add, timestamp);
        const freed = waiting.get(add.node.id);
        if (freed === undefined) continue;
        ready.push(...freed.reverse());
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
  for (const add of [...waiting.values()].flat())
    if (add.node.type === nodeType.document) tree.documentsToCome.set(add.parentId, add);
}

/** Frames whose documents were told before them get them now. */
export function placeDocumentsToCome(tree: NodeTree, timestamp: number): void {
  if (tree.documentsToCome.size > mostToCome) tree.documentsToCome.clear();
  for (const [id, add] of tree.documentsToCome)
    if (tree.get(id)?.tag === 'iframe') {
      tree.documentsToCome.delete(id);
      placeAdded(tree, add, timestamp);
    }
}

/** A recorder is ahead of itself by a frame or two; more are a mistake or meant to harm. */
const mostToCome = 100;

function firstMissing(tree: NodeTree, add: AddedNode): number | undefined {
  for (const id of [add.parentId, add.nextId, add.previousId])
    if (typeof id === 'number' && id > 0 && tree.get(id) === undefined) return id;
  return undefined;
}

function placeAdded(tree: NodeTree, add: AddedNode, timestamp: number): void {
  const parent = tree.get(add.parentId);
  if (parent === undefined || !canHold(parent, add.node)) return;
  const root = factsOf(add.node)?.['rootId'];
  if (typeof root === 'number' && root > 0 && tree.get(root) === undefined) return;
  const moved = tree.get(add.node.id);
  if (moved !== undefined && isWithin(parent, moved)) return;
  // With a new `style` come its text nodes, empty, because the attribute holds their text.
  if (add.node.textContent) restyle({ parent, type: add.node.type });
  makeRoom(tree, parent, add);
  const isSame =
    moved !== undefined &&
    tree.holds(moved) &&
    moved.type === add.node.type &&
    moved.tag === String(add.node.tagName ?? '').toLowerCase() &&
    moved.isShadow === (add.node.isShadow === true);
  if (!isSame || moved.type === nodeType.document) {
    if (moved !== undefined && tree.holds(moved)) tree.drop(moved);
    // Kin of an added node are added by themselves, but a document comes whole.
    const isWhole = add.node.type === nodeType.document;
    const node = isWhole ? add.node : { ...add.node, childNodes: [] };
    tree.grow(node, parent, siblingAfter(tree, parent, add), timestamp);
    return;
  }
  detachNode(moved);
  moved.rules = undefined;
  delete moved.extras?.scroll;
  delete moved.extras?.style;
  moved.facts = factsOf(add.node);
  moved.attributes.clear();
  for (const [name, value] of attributesFrom(add.node.attributes, moved.tag))
    moved.attributes.set(name, value);
  if (!isElement(moved)) moved.text = textFrom(add.node.textContent ?? add.node.name);
  placeNode(parent, moved, siblingAfter(tree, parent, add));
}

/** What a browser would refuse to put there is left out. */
function canHold(parent: PageNode, { type }: AddedNode['node']): boolean {
  if (type === nodeType.document || parent.tag === 'iframe')
    return type === nodeType.document && parent.tag === 'iframe';
  if (parent.type === nodeType.document) return type !== nodeType.text && type !== nodeType.cdata;
  return isElement(parent) && type !== nodeType.documentType;
}

/** A document has one doctype and one root element, a frame one document, and a text area one text:
 * the newcomer replaces the old. */
function makeRoom(tree: NodeTree, parent: PageNode, { node }: AddedNode): void {
  const isOnlyOne =
    node.type === nodeType.document ||
    (parent.type === nodeType.document && node.type <= nodeType.element) ||
    (parent.tag === 'textarea' && node.type === nodeType.text);
  if (!isOnlyOne) return;
  if (parent.tag === 'textarea') parent.attributes.delete('value');
  for (let child = parent.first; child !== undefined;) {
    const next: PageNode | undefined = child.next;
    if (child.type === node.type && child.id !== node.id) tree.drop(child);
    child = next;
  }
}

function siblingAfter(tree: NodeTree, parent: PageNode, add: AddedNode): PageNode | undefined {
  const isShadow = add.node.isShadow === true;
  const kin = (id: number | null | undefined) => {
    const node = typeof id === 'number' ? tree.get(id) : undefined;
    return node?.parent === parent && node.isShadow === isShadow ? node : undefined;
  };
  const previous = kin(add.previousId);
  if (previous?.next !== undefined) return previous.next;
  return kin(add.nextId) ?? (isShadow ? undefined : firstShadow(parent));
}

/** rrweb lists a host's own children first and then those of its shadow root: so do we. */
function firstShadow(host: PageNode): PageNode | undefined {
  let first: PageNode | undefined;
  for (let at = host.last; at?.isShadow === true; at = at.previous) first = at;
  return first;
}

/** The replayer takes texts, null for none, and single properties of `style`. */
function setAttribute(
  node: PageNode,
  name: string,
  value: AttributeValue | StyleChanges | undefined,
): void {
  if (typeof value === 'object' && value !== null) {
    if (name === 'style') changeStyle(node, value);
    return;
  }
  if (value !== null && typeof value !== 'string') return;
  if (name === '_cssText') node.rules = undefined;
  if (name === 'style' && node.extras?.style !== undefined) delete node.extras.style;
  if (value === null) node.attributes.delete(name);
  else node.attributes.set(name, value);
  if (name === 'value' && node.tag === 'textarea' && value !== null) forgetTexts(node);
}

/** More properties than CSS has, custom ones included that a page would sensibly set. */
const mostProperties = 1000;

function changeStyle(node: PageNode, changes: StyleChanges): void {
  const extras = extrasOf(node);
  const style = (extras.style ??= new Map());
  for (const [property, change] of Object.entries(changes)) {
    const isChange = change === false || typeof change === 'string' || Array.isArray(change);
    if (!isChange) continue;
    style.delete(property);
    style.set(property, change);
  }
  if (style.size <= mostProperties) return;
  node.attributes.set('style', styleText(node));
  delete extras.style;
}

/** The text of a text area is in an attribute now. */
function forgetTexts(area: PageNode): void {
  for (let child = area.first; child !== undefined; child = child.next)
    if (isText(child)) child.text = '';
}
