import { maxNodes } from '#dom/node-tree.ts';
import { nodeType } from '#dom/rrweb-events.ts';
import { isNumber, isRecord, isWhole } from './shape.ts';

/** Walks a serialized tree without recursion: a sentence for the first node that is not one. */
export function checkSnapshot(top: unknown, what: 'document' | 'node'): string | undefined {
  const work: unknown[] = [top];
  let count = 0;
  while (work.length > 0) {
    const node = work.pop();
    const where = count === 0 ? `Its ${what}` : `Node ${count + 1} of it`;
    count += 1;
    if (count > maxNodes)
      return `It has more than ${maxNodes.toLocaleString('en')} nodes, which is more than can be rebuilt.`;
    if (!isRecord(node)) return `${where} is missing or not an object.`;
    if (!isWhole(node['id'])) return `${where} has no id.`;
    const { type } = node;
    if (!isWhole(type) || type < nodeType.document || type > nodeType.comment)
      return `${where} has a type that rrweb does not know.`;
    if (what === 'document' && count === 1 && type !== nodeType.document)
      return 'It does not begin with a document.';
    if (type === nodeType.element) {
      if (typeof node['tagName'] !== 'string') return `${where} has no tagName.`;
      if (!isRecord(node['attributes'])) return `${where} has no attributes.`;
      if (!Object.values(node['attributes']).every(isAttribute))
        return `${where} has an attribute that is neither text, number nor yes or no.`;
    }
    if (type === nodeType.document || type === nodeType.element) {
      const children = node['childNodes'];
      if (!Array.isArray(children)) return `${where} has no childNodes.`;
      for (let i = children.length - 1; i >= 0; i--) work.push(children[i]);
    }
    if (type === nodeType.text && typeof node['textContent'] !== 'string')
      return `${where} has no textContent.`;
  }
  return undefined;
}

const isAttribute = (value: unknown) =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || isNumber(value);
