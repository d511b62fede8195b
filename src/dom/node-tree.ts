import type { AddedNode, SerializedNode } from './rrweb-events.ts';
import { makeNode } from './make-node.ts';
import type { PageNode } from './page-node.ts';
import { detachNode, following, placeNode } from './page-node.ts';
import { isRecord } from './records-in.ts';

/** More nodes than this in one page are not kept. Real pages have thousands. */
export const maxNodes = 1_000_000;

/** The nodes of one page and an index by rrweb id. Grows and shrinks whole subtrees, iteratively. */
export class NodeTree {
  /** Documents told before the frames they belong to, by the ids of these. */
  readonly documentsToCome = new Map<number, AddedNode>();
  readonly #byId = new Map<number, PageNode>();
  readonly #limit: number;
  #root: PageNode | undefined;
  #size = 0;
  #version = 0;
  #isFull = false;

  constructor(limit = maxNodes) {
    this.#limit = limit;
  }

  get root(): PageNode | undefined {
    return this.#root;
  }

  /** How many nodes there are, those included that share an id. */
  get size(): number {
    return this.#size;
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

  /** False for nodes taken out, and for those whose id another has by now. */
  holds(node: PageNode): boolean {
    return this.#byId.get(node.id) === node;
  }

  touch(): void {
    this.#version += 1;
  }

  load(serialized: SerializedNode, timestamp: number): void {
    this.#byId.clear();
    this.#size = 0;
    this.#isFull = false;
    this.#root = this.grow(serialized, undefined, undefined, timestamp);
  }

  /** Builds a subtree and puts it under `parent`. */
  grow(
    serialized: SerializedNode,
    parent: PageNode | undefined,
    before: PageNode | undefined,
    timestamp: number,
  ): PageNode | undefined {
    this.touch();
    let top: PageNode | undefined;
    const work: { serialized: SerializedNode; parent: PageNode | undefined }[] = [
      { serialized, parent },
    ];
    for (let item = work.pop(); item !== undefined; item = work.pop()) {
      if (this.#size >= this.#limit) {
        this.#isFull = true;
        break;
      }
      const node = makeNode(item.serialized, timestamp);
      if (node === undefined) continue;
      this.#byId.set(node.id, node);
      this.#size += 1;
      if (item.parent !== undefined)
        placeNode(item.parent, node, top === undefined ? before : undefined);
      top ??= node;
      const { childNodes } = item.serialized;
      if (!Array.isArray(childNodes)) continue;
      for (let i = childNodes.length - 1; i >= 0; i--) {
        const child: unknown = childNodes[i];
        if (isRecord(child)) work.push({ serialized: child as SerializedNode, parent: node });
      }
    }
    return top;
  }

  /** Takes a subtree out of the page and forgets its ids. */
  drop(node: PageNode): void {
    this.touch();
    detachNode(node);
    for (let at: PageNode | undefined = node; at !== undefined; at = following(at, node)) {
      this.#size -= 1;
      if (this.holds(at)) this.#byId.delete(at.id);
    }
    if (node === this.#root) this.#root = undefined;
  }
}
