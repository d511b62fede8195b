import { mediaAttributes } from './media-state.ts';
import type { PageNode } from './page-node.ts';
import { isElement } from './page-node.ts';
import { nodeType, type AttributeValue, type SerializedNode } from './rrweb-events.ts';
import { gatherCss } from './spread-css.ts';

type Open = SerializedNode & { childNodes: SerializedNode[] };
type Attributes = Record<string, AttributeValue>;

/** A tree as a snapshot holds it, and what a snapshot has no place for. */
export interface SerializedPart {
  readonly top: PageNode;
  readonly node: SerializedNode;
  /** Documents of frames, which come after their frames. */
  readonly documents: readonly PageNode[];
  /** Nodes with more to tell, in document order. */
  readonly changed: readonly PageNode[];
}

/** Writes a document and all in it, down to its frames, the way rrweb's recorder would. */
export function serializePart(top: PageNode, timestamp: number): SerializedPart {
  const documents: PageNode[] = [];
  const changed: PageNode[] = [];
  const begin = (node: PageNode): Open => {
    if (hasMore(node)) changed.push(node);
    return beginNode(node, timestamp);
  };
  const written = begin(top);
  let into = written;
  const above: Open[] = [];
  // Down, along and up again, so that `changed` is in document order.
  for (let at = top.first, parent = top; at !== undefined;) {
    if (at.type === nodeType.document) documents.push(at);
    else {
      const begun = begin(at);
      const isInAttribute = parent.tag === 'style' && into.attributes?.['_cssText'] !== undefined;
      into.childNodes.push(isInAttribute ? emptied(begun) : begun);
      if (at.first !== undefined && !isTold(at)) {
        above.push(into);
        into = begun;
        parent = at;
        at = at.first;
        continue;
      }
    }
    while (at !== undefined && at.next === undefined) {
      at = at.parent === top ? undefined : at.parent;
      if (at === undefined) break;
      into = above.pop() ?? written;
      parent = at.parent ?? top;
    }
    at = at?.next;
  }
  return { top, node: written, documents, changed };
}

const hasMore = ({ extras, rules, attributes }: PageNode): boolean =>
  extras !== undefined ||
  rules !== undefined ||
  attributes.has('rr_scrollTop') ||
  attributes.has('rr_scrollLeft');

/** The attribute of the sheet holds its text, and the replayer adapts that as a whole. */
function emptied(text: Open): SerializedNode {
  return { ...text, textContent: '', ...('isStyle' in text && { isStyle: undefined }) };
}

/** The text of a text area stands in an attribute once it changed. */
const isTold = (node: PageNode): boolean => node.tag === 'textarea' && node.attributes.has('value');

function beginNode(node: PageNode, timestamp: number): Open {
  return {
    id: node.id,
    type: node.type,
    ...node.facts,
    ...(node.isShadow && { isShadow: true }),
    ...(node.last?.isShadow === true && { isShadowHost: true }),
    ...(isElement(node)
      ? { tagName: node.tag, attributes: attributesOf(node, timestamp), childNodes: [] }
      : contentOf(node)),
  } as Open;
}

function contentOf(node: PageNode): Partial<SerializedNode> {
  if (node.type === nodeType.document) return { childNodes: [] };
  if (node.type === nodeType.documentType) return { name: node.text };
  return { textContent: node.text };
}

const numeric = /^rr_(scroll(Left|Top)|media(CurrentTime|PlaybackRate|Volume))$/;
const flags = new Set(['rr_mediaMuted', 'rr_mediaLoop']);

function attributesOf(node: PageNode, timestamp: number): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of node.attributes) attributes[name] = valueOf(name, value);
  if (node.checked === true && attributes['checked'] === '') attributes['checked'] = true;
  if (node.tag === 'option' && attributes['selected'] === '') attributes['selected'] = true;
  if (node.tag === 'dialog' && attributes['open'] === undefined) delete attributes['rr_open_mode'];
  if (node.tag === 'style') {
    const css = attributes['_cssText'] ?? gatherCss(node);
    if (css !== undefined) attributes['_cssText'] = css;
  }
  const media = node.extras?.media;
  if (media !== undefined) Object.assign(attributes, mediaAttributes(media, attributes, timestamp));
  writeScroll(node, attributes);
  return attributes;
}

function valueOf(name: string, value: string): AttributeValue {
  if (!name.startsWith('rr_')) return value;
  if (numeric.test(name)) return Number(value);
  return flags.has(name) ? value === '' : value;
}

function writeScroll(node: PageNode, attributes: Attributes): void {
  const scroll = isScrolledByDocument(node) ? none : node.extras?.scroll;
  if (scroll === undefined) return;
  for (const [name, value] of [
    ['rr_scrollLeft', scroll.x],
    ['rr_scrollTop', scroll.y],
  ] as const)
    if (value === 0) delete attributes[name];
    else attributes[name] = value;
}

/** Where its document is scrolled to says all of the root element. */
export const isScrolledByDocument = ({ tag, parent }: PageNode): boolean =>
  tag === 'html' && parent?.type === nodeType.document && parent.extras?.scroll !== undefined;

const none = { x: 0, y: 0 };
