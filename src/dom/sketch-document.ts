import type { AttributeValue, SerializedNode } from './rrweb-events.ts';
import { nodeType } from './rrweb-events.ts';

/** A node drawn as text or `[tag, attributes, ...children]`. */
export type Drawn =
  string | readonly [tag: string, attributes: Record<string, AttributeValue>, ...children: Drawn[]];

/** A whole page from a drawing, as a full snapshot holds it, with ids counted in document order. */
export function sketchDocument(title: string, ...body: readonly Drawn[]): SerializedNode {
  let id = 0;
  const build = (drawn: Drawn): SerializedNode => {
    id += 1;
    if (typeof drawn === 'string') return { id, type: nodeType.text, textContent: drawn };
    const [tagName, attributes, ...children] = drawn;
    return { id, type: nodeType.element, tagName, attributes, childNodes: children.map(build) };
  };
  id += 1;
  return {
    id,
    type: nodeType.document,
    childNodes: [
      build(['html', { lang: 'en' }, ['head', {}, ['title', {}, title]], ['body', {}, ...body]]),
    ],
  };
}
