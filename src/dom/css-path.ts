import type { Selector } from '#core/action.ts';
import { isElement, type PageNode } from './page-node.ts';

interface Step {
  readonly tag: string;
  readonly place: number;
}

/** A path of children from the nearest ancestor with an id, or from the top of its tree. */
export function cssPath(
  elementsById: ReadonlyMap<string, readonly PageNode[]>,
  node: PageNode,
): Selector {
  const steps: Step[] = [];
  let at: PageNode = node;
  for (;;) {
    steps.push({ tag: at.tag, place: placeAmongType(at) });
    const { parent } = at;
    if (parent === undefined || !isElement(parent) || at.isShadow) break;
    const id = parent.attributes.get('id');
    if (id && /^[A-Za-z][\w-]*$/.test(id)) {
      steps.reverse();
      const anchors = elementsById.get(id) ?? [];
      const matches = anchors.filter((anchor) => canWalk(anchor, steps)).length;
      return { kind: 'css', value: [`#${id}`, ...steps.map(print)].join(' > '), matches };
    }
    at = parent;
  }
  return { kind: 'css', value: steps.reverse().map(print).join(' > '), matches: 1 };
}

const print = ({ tag, place }: Step): string =>
  tag === 'html' || tag === 'body' ? tag : `${tag}:nth-of-type(${place})`;

function placeAmongType(node: PageNode): number {
  let place = 1;
  for (let other = node.previous; other !== undefined; other = other.previous)
    if (isElement(other) && other.tag === node.tag) place += 1;
  return place;
}

function canWalk(anchor: PageNode, steps: readonly Step[]): boolean {
  let at: PageNode | undefined = anchor;
  for (const step of steps) {
    let place = 0;
    let child: PageNode | undefined = at?.first;
    for (; child !== undefined; child = child.next) {
      if (isElement(child) && !child.isShadow && child.tag === step.tag) place += 1;
      if (place === step.place) break;
    }
    at = child;
    if (at === undefined) return false;
  }
  return true;
}
