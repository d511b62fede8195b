import { keystrokesPlugin, type KeyPayload } from '#core/plugin-events.ts';
import type { NodeTree } from './node-tree.ts';
import type { PageNode } from './page-node.ts';
import { mouseInteraction, type MouseInteractionData, type PluginData } from './rrweb-events.ts';

const fields: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

/** The field in which a key went down: it has the focus, even where it came there untold, as it does
 * in a dialog that was not yet known. */
export function fieldOfKey(
  { plugin, payload }: PluginData,
  tagOf: (id: number) => string | undefined,
): number | undefined {
  if (plugin !== keystrokesPlugin) return undefined;
  const { phase, node } = Object(payload) as Partial<KeyPayload>;
  if (phase !== 'down' || typeof node !== 'number') return undefined;
  return fields.has(tagOf(node) ?? '') ? node : undefined;
}

/** Which node of a page has the focus. */
export class Focus {
  #node: PageNode | undefined;

  heed({ type, id }: MouseInteractionData, tree: NodeTree): void {
    if (type === mouseInteraction.focus) this.#node = tree.get(id);
    if (type === mouseInteraction.blur && this.#node?.id === id) this.#node = undefined;
  }

  heedKey(data: PluginData, tree: NodeTree): void {
    if (this.nodeIn(tree) !== undefined) return;
    const field = fieldOfKey(data, (id) => tree.get(id)?.tag);
    if (field !== undefined) this.#node = tree.get(field);
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
