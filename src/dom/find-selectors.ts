import type { Selector } from '#core/action.ts';
import { cssPath } from './css-path.ts';
import { nameOf } from './name-of.ts';
import type { NodeTree } from './node-tree.ts';
import { indexOf } from './page-index.ts';
import { following, isElement, scopeOf, type PageNode } from './page-node.ts';
import { roleOf } from './role-of.ts';

const testAttributes = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa'];

interface Candidate {
  readonly kind: Selector['kind'];
  readonly value: string;
  readonly accepts: (node: PageNode) => boolean;
}

/** Several ways to find `node` again, each with how many elements of this page it matches. */
export function findSelectors(tree: NodeTree, node: PageNode): Selector[] {
  const candidates = [byRole(tree, node), byTestId(node), byAttribute(node)].filter(
    (each) => each !== undefined,
  );
  const counts = candidates.map(() => 0);
  const { root } = tree;
  for (let at = root; at !== undefined && root !== undefined; at = following(at, root)) {
    if (!isElement(at)) continue;
    for (const [i, candidate] of candidates.entries())
      if (candidate.accepts(at)) counts[i] = (counts[i] ?? 0) + 1;
  }
  const selectors = candidates.map(({ kind, value }, i) => ({
    kind,
    value,
    matches: counts[i] ?? 0,
  }));
  if (!selectors.some(({ kind, matches }) => kind === 'css' && matches === 1)) {
    const path = cssPath(indexOf(tree).elementsById, node);
    const kept = selectors.filter(({ kind }) => kind !== 'css');
    return [...kept, path, ...xpath(tree, node)];
  }
  return [...selectors, ...xpath(tree, node)];
}

function byRole(tree: NodeTree, node: PageNode): Candidate | undefined {
  const role = roleOf(node);
  if (role === undefined) return undefined;
  const name = nameOf(tree, node);
  return {
    kind: 'role',
    value: name === '' ? role : `${role}[name=${JSON.stringify(name)}]`,
    accepts: (at) => roleOf(at) === role && (name === '' || nameOf(tree, at) === name),
  };
}

function byTestId(node: PageNode): Candidate | undefined {
  const attribute = testAttributes.find((each) => node.attributes.get(each));
  if (attribute === undefined) return undefined;
  const value = node.attributes.get(attribute);
  return {
    kind: 'testid',
    value: `[${attribute}=${JSON.stringify(value)}]`,
    accepts: (at) => at.attributes.get(attribute) === value,
  };
}

function byAttribute(node: PageNode): Candidate | undefined {
  const id = node.attributes.get('id');
  if (id)
    return {
      kind: 'css',
      value: /^[A-Za-z][\w-]*$/.test(id) ? `#${id}` : `[id=${JSON.stringify(id)}]`,
      accepts: (at) => at.attributes.get('id') === id,
    };
  const name = node.attributes.get('name');
  if (!name) return undefined;
  return {
    kind: 'css',
    value: `${node.tag}[name=${JSON.stringify(name)}]`,
    accepts: (at) => at.tag === node.tag && at.attributes.get('name') === name,
  };
}

/** XPath reaches neither into shadow trees nor into frames, so there is one in the main page only. */
function xpath(tree: NodeTree, node: PageNode): Selector[] {
  if (scopeOf(node) !== tree.root || node.isShadow) return [];
  const steps: string[] = [];
  for (let at: PageNode | undefined = node; at !== undefined; at = at.parent) {
    if (!isElement(at)) continue;
    let place = 1;
    let isOnly = true;
    for (let other = at.previous; other !== undefined; other = other.previous)
      if (isElement(other) && other.tag === at.tag) place += 1;
    for (let other = at.next; other !== undefined && isOnly; other = other.next)
      if (isElement(other) && other.tag === at.tag) isOnly = false;
    steps.push(place === 1 && isOnly ? at.tag : `${at.tag}[${place}]`);
  }
  return [{ kind: 'xpath', value: `/${steps.reverse().join('/')}`, matches: 1 }];
}
