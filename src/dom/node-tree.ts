import type { SerializedNode } from './rrweb-events.ts';
import { nodeType } from './rrweb-events.ts';
import type { PageNode } from './page-node.ts';
import { detachNode, following, placeNode } from './page-node.ts';

/** More nodes than this in one page are not kept. Real pages have thousands. */
export const maxNodes = 1_000_000;

/** The nodes of one page and an index by rrweb id. Grows and shrinks whole subtrees, iteratively. */
export class NodeTree {
  readonly #byId = new Map<number, PageNode>();
  readonly #limit: number;
  #root: PageNode | undefined;
  #version = 0;
  #isFull = false;

  constructor(limit = maxNodes) {
    this.#limit = limit;
  }

  get root(): PageNode | undefined {
    return this.#root;
  }

  get size(): number {
    return this.#byId.size;
  }

  /** Changes with every change of the tree, so that what was computed on it can be kept till then. */
  get version(): number {
    return this.#version;
  }

  /** Set once nodes had to be left out because the page was too large. */
  get problem(): string | undefined {
    return this.#isFull
      ? `A page in this recording has more than ${this.#limit.toLocaleString('en')} nodes, which is more than can be rebuilt.`
      : undefined;
  }

  get(id: number): PageNode | undefined {
    return this.#byId.get(id);
  }

  touch(): void {
    this.#version += 1;
  }

  load(serialized: SerializedNode): void {
    this.#byId.clear();
    this.#root = this.grow(serialized, undefined, undefined);
  }

  /** Builds a subtree and puts it under `parent`; a node that is already there moves instead. */
  grow(
    serialized: SerializedNode,
    parent: PageNode | undefined,
    before: PageNode | undefined,
  ): PageNode | undefined {
    this.touch();
    let top: PageNode | undefined;
    const work: { serialized: SerializedNode; parent: PageNode | undefined }[] = [
      { serialized, parent },
    ];
    for (let item = work.pop(); item !== undefined; item = work.pop()) {
      if (this.#byId.size >= this.#limit) {
        this.#isFull = true;
        break;
      }
      const node = makeNode(item.serialized);
      this.#byId.set(node.id, node);
      if (item.parent !== undefined)
        placeNode(item.parent, node, top === undefined ? before : undefined);
      top ??= node;
      const children = item.serialized.childNodes ?? [];
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i];
        if (child !== undefined) work.push({ serialized: child, parent: node });
      }
    }
    return top;
  }

  /** Takes a subtree out of the page and forgets its ids. */
  drop(node: PageNode): void {
    this.touch();
    detachNode(node);
    for (let at: PageNode | undefined = node; at !== undefined; at = following(at, node))
      if (this.#byId.get(at.id) === at) this.#byId.delete(at.id);
  }
}

function makeNode(serialized: SerializedNode): PageNode {
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(serialized.attributes ?? {})) {
    if (value === null || value === false) continue;
    attributes.set(name, value === true ? '' : String(value));
  }
  return {
    id: serialized.id,
    type: serialized.type,
    tag: serialized.type === nodeType.element ? (serialized.tagName ?? '').toLowerCase() : '',
    isShadow: serialized.isShadow === true,
    attributes,
    facts: factsOf(serialized),
    rules: undefined,
    text: serialized.textContent ?? serialized.name ?? '',
    value: undefined,
    // The page's source gives the attribute a text, the recorder a ticked box `true`.
    checked: serialized.attributes?.['checked'] === true ? true : undefined,
    parent: undefined,
    first: undefined,
    last: undefined,
    previous: undefined,
    next: undefined,
  };
}

const carried = 'rootId isSVG isCustom isShadowHost isStyle compatMode publicId systemId'.split(
  ' ',
);

/** What the recorder said of a node beside its place, attributes and text. */
export function factsOf(serialized: SerializedNode): Record<string, unknown> | undefined {
  let facts: Record<string, unknown> | undefined;
  for (const name of carried) {
    const value = (serialized as unknown as Record<string, unknown>)[name];
    if (value !== undefined) (facts ??= {})[name] = value;
  }
  return facts;
}
