import type { NodeTree } from './node-tree.ts';
import type { PageNode } from './page-node.ts';
import { mouseInteraction, type MouseInteractionData } from './rrweb-events.ts';

/** Which node of a page has the focus. */
export class Focus {
  #node: PageNode | undefined;

  heed({ type, id }: MouseInteractionData, tree: NodeTree): void {
    if (type === mouseInteraction.focus) this.#node = tree.get(id);
    if (type === mouseInteraction.blur && this.#node?.id === id) this.#node = undefined;
  }

  nodeIn(tree: NodeTree): PageNode | undefined {
    return this.#node !== undefined && tree.holds(this.#node) ? this.#node : undefined;
  }

  in(tree: NodeTree): number | undefined {
    return this.nodeIn(tree)?.id;
  }

  /** Over a snapshot: ids stay in snapshots of one page, and begin anew with the next page. */
  keep(before: PageNode | undefined, tree: NodeTree): void {
    const now = before && tree.get(before.id);
    const isSame =
      now?.tag === before?.tag &&
      ['id', 'name', 'type'].every(
        (name) => now?.attributes.get(name) === before?.attributes.get(name),
      );
    this.#node = isSame ? now : undefined;
  }
}
