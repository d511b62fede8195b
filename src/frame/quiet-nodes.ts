import type { RecordedEvent } from './recorded-event.ts';

type SerializedNode = Extract<RecordedEvent, { type: 2 }>['data']['node'];
type Attributes = Readonly<Record<string, unknown>>;

const hint = /\b(preconnect|dns-prefetch|x-dns-prefetch-control)\b/i;
const frames: ReadonlySet<string> = new Set(['iframe', 'frame']);

/** Takes out of recorded nodes what makes a browser open connections before any content policy is
 * asked: hints to connect ahead of time, and addresses of frames. By them a recording could tell
 * its maker who watches it. So it does with what would scroll, or take the keyboard. */
export class QuietNodes {
  readonly #frames = new Set<number>();

  /** The node itself where there is nothing to quiet in it, else a copy. */
  node<Node extends SerializedNode>(node: Node): Node {
    let quiet = node;
    if ('tagName' in node && frames.has(node.tagName.toLowerCase())) this.#frames.add(node.id);
    if ('attributes' in node) {
      const attributes = this.attributes(node.id, node.attributes);
      if (attributes !== node.attributes) quiet = { ...quiet, attributes };
    }
    if ('childNodes' in node) {
      const children = node.childNodes.map((child) => this.node(child));
      if (children.some((child, index) => child !== node.childNodes[index]))
        quiet = { ...quiet, childNodes: children };
    }
    return quiet;
  }

  /** Attributes of the node `id`, at first or as changed later. */
  attributes<Some extends Attributes>(id: number, attributes: Some): Some {
    const entries = Object.entries(attributes);
    if (!entries.some(([name, value]) => this.#isLoud(id, name, value))) return attributes;
    const quiet = entries.flatMap(([name, value]) => {
      if (!this.#isLoud(id, name, value)) return [[name, value]];
      if (isUnwanted(name)) return [];
      return [name.toLowerCase() === 'src' ? ['rr_src', value] : [name, 'held-back']];
    });
    return Object.fromEntries(quiet) as Some;
  }

  #isLoud(id: number, name: string, value: unknown): boolean {
    if (name.toLowerCase() === 'src') return this.#frames.has(id);
    return isUnwanted(name) || (isHinting(name) && hint.test(String(value)));
  }
}

/** Whoever plays the page puts its scrolls right himself; from here they would be animated. And no
 * recorded field may take the keyboard: a sandboxed one says on the console that it tried. */
const isUnwanted = (name: string) =>
  name === 'rr_scrollLeft' || name === 'rr_scrollTop' || name.toLowerCase() === 'autofocus';

const isHinting = (name: string) => ['rel', 'http-equiv'].includes(name.toLowerCase());
