/** The element around this one, out of shadow roots and frames as well. */
export function composedParent(element: Element): Element | undefined {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode() as Partial<Pick<ShadowRoot, 'host'>> &
    Partial<Pick<Document, 'defaultView'>>;
  return root.host ?? root.defaultView?.frameElement ?? undefined;
}

/** The element a node is, or is in. */
export function elementOf(node: Node): Element | undefined {
  if (node.nodeType === 1) return node as Element;
  if (node.parentElement !== null) return node.parentElement;
  return (node.parentNode as Partial<ShadowRoot> | null)?.host;
}
