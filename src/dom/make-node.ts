import type { PageNode } from './page-node.ts';
import type { AttributeValue, SerializedNode } from './rrweb-events.ts';
import { nodeType } from './rrweb-events.ts';

/** A node as a recorder wrote it, or undefined where that is no node. */
export function makeNode(serialized: SerializedNode, timestamp: number): PageNode | undefined {
  const { id, type, textContent, name } = serialized;
  if (!Number.isInteger(id) || !Number.isInteger(type)) return undefined;
  const tag = type === nodeType.element ? String(serialized.tagName ?? '').toLowerCase() : '';
  const attributes = attributesFrom(serialized.attributes, tag);
  return {
    id,
    type,
    tag,
    isShadow: serialized.isShadow === true,
    attributes,
    facts: factsOf(serialized),
    rules: undefined,
    extras: tag === 'video' || tag === 'audio' ? { media: { since: timestamp } } : undefined,
    text: textFrom(textContent ?? name),
    value: undefined,
    // The page's source gives the attribute a text, the recorder a ticked box `true`.
    checked: serialized.attributes?.['checked'] === true ? true : undefined,
    parent: undefined,
    first: undefined,
    last: undefined,
    previous: undefined,
    next: undefined,
  };
}

export const textFrom = (value: unknown): string => (typeof value === 'string' ? value : '');

/** As the replayer sets them: what is true is empty, and null none. */
export function attributesFrom(
  told: Readonly<Record<string, AttributeValue>> | undefined,
  tag: string,
): Map<string, string> {
  const attributes = new Map<string, string>();
  if (typeof told !== 'object' || told === null) return attributes;
  for (const name in told) {
    const value = told[name];
    if (typeof value === 'string') attributes.set(name, value);
    else if (value === true) attributes.set(name, '');
    else if (typeof value === 'number') attributes.set(name, String(value));
    else if (value === false && !isFlag(name, tag)) attributes.set(name, 'false');
  }
  return attributes;
}

/** A flag that is false is not there at all. */
const isFlag = (name: string, tag: string): boolean =>
  (tag === 'option' && name === 'selected') || name.startsWith('rr_') || name === 'checked';

const carried = 'rootId isSVG isCustom isShadowHost isStyle compatMode publicId systemId'.split(
  ' ',
);

/** What the recorder said of a node beside its place, attributes and text. */
export function factsOf(serialized: SerializedNode): Record<string, unknown> | undefined {
  let facts: Record<string, unknown> | undefined;
  for (const name of carried) {
    const value = (serialized as unknown as Record<string, unknown>)[name];
    if (value !== undefined && typeof value !== 'object') (facts ??= {})[name] = value;
  }
  return facts;
}
