import { nodeType, type SerializedNode } from '#dom/rrweb-events.ts';

/** The address a page states of itself: its canonical link, `og:url` or base; undefined if none. */
export function addressOf(document: SerializedNode): string | undefined {
  const found: Record<string, string> = {};
  const head = [document]
    .flatMap(childElements)
    .filter(({ tagName }) => tagName === 'html')
    .flatMap(childElements)
    .find(({ tagName }) => tagName === 'head');
  for (const { tagName, attributes = {} } of head ? childElements(head) : []) {
    if (tagName === 'link' && attributes['rel'] === 'canonical')
      keep('canonical', attributes['href']);
    if (tagName === 'meta' && attributes['property'] === 'og:url')
      keep('og', attributes['content']);
    if (tagName === 'base') keep('base', attributes['href']);
  }
  return found['canonical'] ?? found['og'] ?? found['base'];

  function keep(as: string, value: unknown): void {
    if (typeof value === 'string' && /^https?:\/\//.test(value)) found[as] ??= value;
  }
}

const childElements = (node: SerializedNode): readonly SerializedNode[] =>
  (node.childNodes ?? []).filter(({ type }) => type === nodeType.element);
