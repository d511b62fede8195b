/** Nodes as rrweb writes them into a snapshot, made by hand. */
export type Attributes = Readonly<Record<string, string | boolean | number>>;

export interface HostileNode {
  readonly id: number;
  readonly type: number;
  readonly tagName?: string;
  readonly attributes?: Attributes;
  readonly childNodes?: readonly HostileNode[];
}

let lastId = 0;
const nextId = () => (lastId += 1);

export const text = (textContent: string, isStyle = false): HostileNode =>
  ({ type: 3, id: nextId(), textContent, isStyle }) as HostileNode;

export const element = (
  tagName: string,
  attributes: Attributes = {},
  childNodes: readonly HostileNode[] = [],
): HostileNode => ({ type: 2, id: nextId(), tagName, attributes, childNodes });

export const svg = (
  tagName: string,
  attributes: Attributes = {},
  childNodes: readonly HostileNode[] = [],
): HostileNode => ({ ...element(tagName, attributes, childNodes), isSVG: true }) as HostileNode;

export const page = (childNodes: readonly HostileNode[]): HostileNode => ({
  type: 0,
  id: nextId(),
  childNodes,
});

/** The same nodes before their attributes were set. */
export function bare(node: HostileNode): HostileNode {
  const childNodes = node.childNodes?.map(bare);
  return {
    ...node,
    ...(node.attributes && { attributes: {} }),
    ...(childNodes && { childNodes }),
  };
}

/** All nodes of a tree, the outermost first. */
export function allOf(node: HostileNode): readonly HostileNode[] {
  return [node, ...(node.childNodes ?? []).flatMap(allOf)];
}
