import type { NodeTree } from './node-tree.ts';
import { following, isElement, scopeOf, type PageNode } from './page-node.ts';

/** What a page refers to by id, gathered once per version of its tree. */
export interface PageIndex {
  readonly elementsById: ReadonlyMap<string, readonly PageNode[]>;
  /** `<label for>` by the id it is for. */
  readonly labelsFor: ReadonlyMap<string, readonly PageNode[]>;
  /** Names worked out so far. */
  readonly names: Map<PageNode, string>;
}

const indexes = new WeakMap<NodeTree, { version: number; index: PageIndex }>();

export function indexOf(tree: NodeTree): PageIndex {
  const known = indexes.get(tree);
  if (known?.version === tree.version) return known.index;
  const index = buildIndex(tree);
  indexes.set(tree, { version: tree.version, index });
  return index;
}

/** The element with this id in the same document or shadow tree as `near`. */
export function elementById(tree: NodeTree, id: string, near: PageNode): PageNode | undefined {
  const scope = scopeOf(near);
  return indexOf(tree)
    .elementsById.get(id)
    ?.find((node) => scopeOf(node) === scope);
}

function buildIndex(tree: NodeTree): PageIndex {
  const elementsById = new Map<string, PageNode[]>();
  const labelsFor = new Map<string, PageNode[]>();
  const add = (map: Map<string, PageNode[]>, key: string | undefined, node: PageNode) => {
    if (!key) return;
    const nodes = map.get(key);
    if (nodes === undefined) map.set(key, [node]);
    else nodes.push(node);
  };
  const { root } = tree;
  for (let at = root; at !== undefined && root !== undefined; at = following(at, root)) {
    if (!isElement(at)) continue;
    add(elementsById, at.attributes.get('id'), at);
    if (at.tag === 'label') add(labelsFor, at.attributes.get('for'), at);
  }
  return { elementsById, labelsFor, names: new Map() };
}
