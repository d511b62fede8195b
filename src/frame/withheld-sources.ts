import type { SerializedNode, StyleChanges } from '#dom/rrweb-events.ts';
import { withholdPieces, withholdSheet } from './withheld-sheets.ts';
import { isInRecording } from './recorded-address.ts';
import { withholdCss } from './withheld-css.ts';
import { withholdValue, type Bearer } from './withheld-values.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** Set beside a value that was taken away, and holding it. */
export const withheldPrefix = 'tasktape-';

/** Elements of which something was withheld that a person would have seen or heard. */
export const withheldSelector = {
  images: `[${withheldPrefix}src]:is(img, input), image[${withheldPrefix}href]`,
  media: `:is(video, audio):is([${withheldPrefix}src], :has([${withheldPrefix}src]))`,
};

/** Of these, one attribute is judged by others. */
const asksForOthers = new Set(['img', 'input', 'meta']);

const anything: Bearer = { tag: '', isSvg: false, attributes: {} };

/** Takes out of nodes, before they are built, what the policy would refuse and what a browser can't
 * read: of both it would complain on the console, and refused pictures would be torn. A picture is put
 * in their place that shows its words on the ground the style sheet gives it. */
export class WithheldSources {
  readonly #bearers = new Map<number, Bearer>();
  readonly #sheets = new Set<number>();
  readonly #sheetTexts = new Set<number>();
  readonly #withheld = new Set<string>();

  /** The node itself where nothing is withheld in it, else a copy. */
  node<Node extends SerializedNode>(node: Node, parentId?: number): Node {
    if (node.tagName === undefined) return this.#withoutTag(node, parentId);
    const tag = node.tagName.toLowerCase();
    const attributes = node.attributes ?? {};
    const isSvg = 'isSVG' in node && node.isSVG === true;
    this.#bearers.set(node.id, { tag, isSvg, attributes });
    if (tag === 'style') this.#sheets.add(node.id);
    const kept = this.attributes(node.id, attributes);
    const children = this.#children(node, tag);
    // A plug-in that was refused takes the same room, but only one of these asks for nothing.
    const isPlugin = tag === 'embed';
    if (kept === attributes && children === node.childNodes && !isPlugin) return node;
    return {
      ...node,
      ...(isPlugin && { tagName: 'object' }),
      attributes: kept,
      ...(children && { childNodes: children }),
    };
  }

  /** Attributes of the node `id`, at first or as changed later. */
  attributes<Some extends Attributes>(id: number, attributes: Some): Some {
    const bearer = this.#bearer(id, attributes);
    const asBuilt = bearer.tag === 'img' ? inlined(attributes) : attributes;
    let kept: Record<string, unknown> | undefined;
    for (const name in asBuilt) {
      const told: unknown = asBuilt[name];
      const value = this.#value(bearer, name, told);
      const beside = withheldPrefix + name.replace('xlink:', '');
      const mark = `${id} ${beside}`;
      const isTaken = value !== told && !isCss(name);
      if (value === told && !this.#withheld.has(mark)) continue;
      kept ??= { ...asBuilt };
      kept[name] = value;
      if (isCss(name)) continue;
      kept[beside] = isTaken ? told : null;
      if (isTaken) this.#withheld.add(mark);
      else this.#withheld.delete(mark);
    }
    return (kept ?? asBuilt) as Some;
  }

  /** Text of the node `id`, as changed later. */
  text(id: number, text: string): string {
    return this.#sheetTexts.has(id) ? withholdSheet(text) : text;
  }

  /** With all that is known of it by now. */
  #bearer(id: number, told: Attributes): Bearer {
    const known = this.#bearers.get(id) ?? anything;
    if (known.attributes === told || !asksForOthers.has(known.tag)) return known;
    const bearer = { ...known, attributes: { ...known.attributes, ...told } };
    this.#bearers.set(id, bearer);
    return bearer;
  }

  #value(bearer: Bearer, name: string, told: unknown): unknown {
    if (typeof told === 'string') return withholdValue(bearer, name, told);
    return name === 'style' && typeof told === 'object' && told !== null
      ? changesOf(told as StyleChanges)
      : told;
  }

  #withoutTag<Node extends SerializedNode>(node: Node, parentId: number | undefined): Node {
    const isOfSheet = parentId !== undefined && this.#sheets.has(parentId);
    if (isOfSheet && typeof node.textContent === 'string') {
      this.#sheetTexts.add(node.id);
      const textContent = withholdSheet(node.textContent);
      return textContent === node.textContent ? node : { ...node, textContent };
    }
    const children = this.#children(node, '');
    return children === node.childNodes ? node : { ...node, childNodes: children };
  }

  #children(node: SerializedNode, tag: string): SerializedNode['childNodes'] {
    const { childNodes } = node;
    if (childNodes === undefined || childNodes.length === 0) return childNodes;
    if (tag === 'style') return this.#pieces(childNodes);
    let changed: SerializedNode[] | undefined;
    for (const [index, child] of childNodes.entries()) {
      const kept = this.node(child);
      if (kept !== child) (changed ??= [...childNodes])[index] = kept;
    }
    return changed ?? childNodes;
  }

  #pieces(childNodes: readonly SerializedNode[]): readonly SerializedNode[] {
    for (const { id } of childNodes) this.#sheetTexts.add(id);
    const texts = childNodes.map(({ textContent }) => textContent ?? '');
    const kept = withholdPieces(texts);
    if (kept.every((text, index) => text === texts[index])) return childNodes;
    return childNodes.map((child, index) => ({ ...child, textContent: kept[index]! }));
  }
}

/** Changed in itself, so that nothing is set beside it. */
const isCss = (name: string) => name === 'style' || name === '_cssText';

function changesOf(changes: StyleChanges): StyleChanges {
  let kept: Record<string, StyleChanges[string]> | undefined;
  for (const [property, change] of Object.entries(changes)) {
    if (change === false || change === null) continue;
    const [value, ...priority] = typeof change === 'string' ? [change] : change;
    if (typeof value !== 'string') continue;
    const held = withholdCss(value, { property });
    if (held === value) continue;
    kept ??= { ...changes };
    kept[property] = priority[0] === undefined ? held : [held, priority[0]];
  }
  return kept ?? changes;
}

/** As rrweb names them, but never asked for. */
function inlined(attributes: Attributes): Attributes {
  const { rr_dataURL, src, srcset, ...rest } = attributes;
  if (typeof rr_dataURL !== 'string' || !isInRecording(rr_dataURL)) return attributes;
  return {
    ...rest,
    src: rr_dataURL,
    ...(src !== undefined && { 'rrweb-original-src': src }),
    ...(srcset !== undefined && { 'rrweb-original-srcset': srcset }),
  };
}
