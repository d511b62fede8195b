import { chosenOption, writeField } from './field-attributes.ts';
import type { Page } from './page.ts';
import type { PageNode } from './page-node.ts';
import { isElement } from './page-node.ts';
import { gatherCss } from './spread-css.ts';
import { nodeType, type AttributeValue, type SerializedNode } from './rrweb-events.ts';

type Open = SerializedNode & { childNodes: SerializedNode[] };
type Attributes = Record<string, AttributeValue>;

/** A tree as a snapshot holds it, and what a snapshot has no place for. */
export interface SerializedPart {
  readonly node: SerializedNode;
  /** Documents of frames, which come after their frames. */
  readonly documents: readonly PageNode[];
  /** Fields whose emptiness attributes can not tell. */
  readonly emptied: readonly PageNode[];
  /** Elements whose sheets script has changed. */
  readonly restyled: readonly PageNode[];
}

/** Writes a document and all in it, down to its frames, the way rrweb's recorder would. */
export function serializePart(page: Page, top: PageNode, timestamp: number): SerializedPart {
  const writer = new PartWriter(page, timestamp);
  return { node: writer.write(top), ...writer.found };
}

class PartWriter {
  readonly found = {
    documents: [] as PageNode[],
    emptied: [] as PageNode[],
    restyled: [] as PageNode[],
  };
  readonly #page: Page;
  readonly #timestamp: number;
  readonly #chosen = new Map<PageNode, boolean>();

  constructor(page: Page, timestamp: number) {
    this.#page = page;
    this.#timestamp = timestamp;
  }

  write(top: PageNode): SerializedNode {
    const written = this.#begin(top);
    const work: { readonly node: PageNode; readonly into: Open }[] = [{ node: top, into: written }];
    for (let item = work.pop(); item !== undefined; item = work.pop()) {
      const { node, into } = item;
      if (node.tag === 'textarea' && into.attributes?.['value'] !== undefined) continue;
      const isInAttribute = node.tag === 'style' && into.attributes?.['_cssText'] !== undefined;
      for (let child = node.first; child !== undefined; child = child.next) {
        if (child.type === nodeType.document) {
          this.found.documents.push(child);
          continue;
        }
        const begun = this.#begin(child);
        into.childNodes.push(isInAttribute ? { ...begun, textContent: '' } : begun);
        if (child.first !== undefined) work.push({ node: child, into: begun });
      }
    }
    return written;
  }

  #begin(node: PageNode): Open {
    const isShadowHost = node.last?.isShadow === true;
    return {
      id: node.id,
      type: node.type,
      ...node.facts,
      ...(node.isShadow && { isShadow: true }),
      ...(isShadowHost && { isShadowHost }),
      ...(isElement(node)
        ? { tagName: node.tag, attributes: this.#attributes(node), childNodes: [] }
        : contentOf(node)),
    } as Open;
  }

  #attributes(node: PageNode): Attributes {
    const attributes = attributesOf(this.#page, node, this.#timestamp);
    if (fields.has(node.tag) && !writeField(node, attributes)) this.found.emptied.push(node);
    if (node.tag === 'select') choose(node, this.#chosen);
    if (node.tag === 'style') {
      const css = attributes['_cssText'] ?? gatherCss(node);
      if (css !== undefined) attributes['_cssText'] = css;
    }
    const isChosen = this.#chosen.get(node);
    if (isChosen === true) attributes['selected'] = true;
    if (isChosen === false) delete attributes['selected'];
    if (node.rules !== undefined && !node.rules.isEmpty) this.found.restyled.push(node);
    return attributes;
  }
}

const fields = new Set(['input', 'textarea', 'select']);
const numeric = /^rr_(scroll(Left|Top)|media(CurrentTime|PlaybackRate|Volume))$/;
const media = new Set(['audio', 'video']);

function contentOf(node: PageNode): Partial<SerializedNode> {
  if (node.type === nodeType.document) return { childNodes: [] };
  if (node.type === nodeType.documentType) return { name: node.text };
  return { textContent: node.text };
}

function attributesOf(page: Page, node: PageNode, timestamp: number): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of node.attributes)
    if (numeric.test(name)) attributes[name] = Number(value);
    else attributes[name] = flags.has(name) && value === '' ? true : value;
  if (node.tag === 'dialog' && attributes['open'] === undefined) delete attributes['rr_open_mode'];
  if (media.has(node.tag) && attributes['rr_mediaState'] !== undefined) {
    attributes['rr_mediaMuted'] ??= false;
    attributes['rr_mediaLoop'] ??= false;
    Object.assign(attributes, page.media.attributesOf(node.id, attributes, timestamp));
  }
  writeScroll(page, node, attributes);
  return attributes;
}

const flags = new Set(['selected', 'rr_mediaMuted', 'rr_mediaLoop']);

/** The root element is scrolled where its document is. */
function writeScroll(page: Page, node: PageNode, attributes: Record<string, AttributeValue>): void {
  const isRoot = node.tag === 'html' && node.parent?.type === nodeType.document;
  const scroll = page.scrollOf(isRoot ? node.parent?.id : node.id);
  if (scroll === undefined) return;
  for (const [name, value] of [
    ['rr_scrollLeft', scroll.x],
    ['rr_scrollTop', scroll.y],
  ] as const)
    if (value === 0) delete attributes[name];
    else attributes[name] = value;
}

function choose(select: PageNode, chosen: Map<PageNode, boolean>): void {
  const option = chosenOption(select);
  if (option === undefined) return;
  for (let at = select.first; at !== undefined; at = at.next) {
    if (at.tag === 'option') chosen.set(at, at === option);
    for (let inner = at.first; inner !== undefined; inner = inner.next)
      if (inner.tag === 'option') chosen.set(inner, inner === option);
  }
}
