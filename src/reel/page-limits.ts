import type { Page } from '#dom/page.ts';
import { following, type PageNode } from '#dom/page-node.ts';
import {
  eventType,
  incrementalSource,
  type MutationData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';

/** What a browser can still show in reasonable time. Real pages have thousands of nodes, some fifty
 * levels deep, in a few megabytes. */
export const maxPageNodes = 250_000;
const maxPageDepth = 2_000;
/** Of all texts and attributes, in UTF-16 units. */
const maxPageText = 25_000_000;

/** Watches how large a page gets as events come to it. */
export class PageLimits {
  /** No less than the page has: what went away counts until all is measured anew. */
  #text = 0;

  /** Why a page can't be shown now that `event` came to it, if so. */
  problemAfter(event: RecordedEvent, page: Page): string | undefined {
    if (event.type === eventType.fullSnapshot) return this.problemOf(page);
    if (event.type !== eventType.incremental) return undefined;
    const data = event.data as MutationData;
    if (data.source !== incrementalSource.mutation) return undefined;
    if (page.tree.size > maxPageNodes) return tooManyNodes;
    for (const { node } of data.adds) {
      const added = page.tree.get(node.id);
      if (added === undefined) continue;
      if (isTooDeep(added)) return tooDeep;
      this.#text += textUnder(added, maxPageText);
    }
    for (const { value } of data.texts) this.#text += value?.length ?? 0;
    for (const { attributes } of data.attributes) this.#text += lengthOf(Object.values(attributes));
    return this.#text > maxPageText ? this.problemOf(page) : undefined;
  }

  /** The same of a page as a whole. */
  problemOf(page: Page): string | undefined {
    const { root, size } = page.tree;
    if (size > maxPageNodes) return tooManyNodes;
    if (root === undefined) return undefined;
    if (isTooDeep(root)) return tooDeep;
    this.#text = textUnder(root, maxPageText);
    return this.#text > maxPageText ? tooMuchText : undefined;
  }
}

const refusal = (why: string, most: string) =>
  `This page of the recording has ${why}, which is more than can be shown (${most}). Go to another place of the session.`;
const tooManyNodes = refusal('too many nodes', `${maxPageNodes.toLocaleString('en')} nodes`);
const tooDeep = refusal(
  'elements in one another too deep',
  `${maxPageDepth.toLocaleString('en')} levels`,
);
const tooMuchText = refusal('too much text', `${maxPageText / 1_000_000} million characters`);

/** Whether `top` or anything under it stands too deep in its page. */
function isTooDeep(top: PageNode): boolean {
  let depth = 0;
  for (let at = top.parent; at !== undefined && depth <= maxPageDepth; at = at.parent) depth += 1;
  let node: PageNode = top;
  for (;;) {
    if (depth > maxPageDepth) return true;
    if (node.first !== undefined) {
      node = node.first;
      depth += 1;
      continue;
    }
    while (node !== top && node.next === undefined) {
      node = node.parent as PageNode;
      depth -= 1;
    }
    if (node === top) return false;
    node = node.next as PageNode;
  }
}

function textUnder(top: PageNode, enough: number): number {
  let text = 0;
  for (let at: PageNode | undefined = top; at !== undefined; at = following(at, top)) {
    text += at.text.length + (at.value?.length ?? 0) + lengthOf(at.attributes.values());
    if (text > enough) return text;
  }
  return text;
}

function lengthOf(values: Iterable<unknown>): number {
  let length = 0;
  for (const value of values) length += typeof value === 'string' ? value.length : 0;
  return length;
}
