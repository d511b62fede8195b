import type { NodeExtras } from './node-extras.ts';
import type { RuleList } from './rule-list.ts';
import { nodeType } from './rrweb-events.ts';

/** One node of a rebuilt page, linked to its kin so that inserting and removing cost nothing. */
export interface PageNode {
  readonly id: number;
  readonly type: number;
  /** Lower case; empty unless an element. */
  readonly tag: string;
  /** True at the top of a shadow tree: the parent is its host. */
  readonly isShadow: boolean;
  readonly attributes: Map<string, string>;
  /** What else the recorder said of the node, for handing it on. */
  facts: Readonly<Record<string, unknown>> | undefined;
  /** What script made of the sheet of a `style` or `link` since its text was told. */
  rules: RuleList | undefined;
  extras: NodeExtras | undefined;
  /** Of text, comments and doctypes. */
  text: string;
  /** What a field holds now, once an input event told it. */
  value: string | undefined;
  checked: boolean | undefined;
  parent: PageNode | undefined;
  first: PageNode | undefined;
  last: PageNode | undefined;
  previous: PageNode | undefined;
  next: PageNode | undefined;
}

export const isElement = (node: PageNode): boolean => node.type === nodeType.element;
export const isText = (node: PageNode): boolean =>
  node.type === nodeType.text || node.type === nodeType.cdata;

/** Puts a detached node under `parent`, before `before` or last. */
export function placeNode(parent: PageNode, node: PageNode, before?: PageNode): void {
  const previous = before === undefined ? parent.last : before.previous;
  node.parent = parent;
  node.previous = previous;
  node.next = before;
  if (previous === undefined) parent.first = node;
  else previous.next = node;
  if (before === undefined) parent.last = node;
  else before.previous = node;
}

export function detachNode(node: PageNode): void {
  const { parent, previous, next } = node;
  if (parent === undefined) return;
  if (previous === undefined) parent.first = next;
  else previous.next = next;
  if (next === undefined) parent.last = previous;
  else next.previous = previous;
  node.parent = node.previous = node.next = undefined;
}

/** The node after `node` in document order within `root`, past its subtree when `skip` is set. */
export function following(node: PageNode, root: PageNode, skip = false): PageNode | undefined {
  if (!skip && node.first !== undefined) return node.first;
  let at: PageNode | undefined = node;
  while (at !== undefined && at !== root) {
    if (at.next !== undefined) return at.next;
    at = at.parent;
  }
  return undefined;
}

export function isWithin(node: PageNode, ancestor: PageNode): boolean {
  let at: PageNode | undefined = node;
  while (at !== undefined && at !== ancestor) at = at.parent;
  return at === ancestor;
}

/** The document, shadow root host or frame document that scopes ids and labels of `node`. */
export function scopeOf(node: PageNode): PageNode {
  let at = node;
  while (at.parent !== undefined && !at.isShadow && at.type !== nodeType.document) at = at.parent;
  return at.isShadow && at.parent !== undefined ? at.parent : at;
}
