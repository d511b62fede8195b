import type { Target } from '#core/action.ts';
import { findInteractive, isTextField } from './find-interactive.ts';
import { findSelectors } from './find-selectors.ts';
import { nameOf } from './name-of.ts';
import type { PageNode } from './page-node.ts';
import type { Page } from './page.ts';
import { inputType, roleOf } from './role-of.ts';
import { collapse, textOf } from './text-of.ts';

const chosen = `id name type href placeholder title alt role aria-label aria-checked aria-expanded
  aria-selected aria-pressed data-testid data-test-id data-test data-cy data-qa for action
  autocomplete`.split(/\s+/);
const textLength = 120;
const attributeLength = 300;

/** Says what the element with this rrweb id is, as the page stands now; undefined if it is not in it. */
export function describeTarget(
  page: Page,
  nodeId: number,
  options: { readonly retarget?: boolean } = {},
): Target | undefined {
  const named = page.tree.get(nodeId);
  if (named === undefined || named === page.tree.root) return undefined;
  const node = options.retarget === false ? named : findInteractive(page.tree, named);
  const role = roleOf(node);
  const name = nameOf(page.tree, node);
  const text = hasText(node) ? collapse(textOf(node)).slice(0, textLength) : '';
  return {
    node: node.id,
    ...(role !== undefined && { role }),
    ...(name !== '' && { name }),
    tag: node.tag,
    ...(text !== '' && { text }),
    attributes: chooseAttributes(node.attributes, inputType(node)),
    selectors: findSelectors(page.tree, node),
    ...(node !== named && { retargetedFrom: nodeId }),
  };
}

/** What is typed or could be chosen is no caption, and the whole page's text says nothing of it. */
const hasText = (node: PageNode): boolean =>
  !isTextField(node) && !['select', 'html', 'body'].includes(node.tag);

/** A value is kept only where it is a caption or a choice, never where a person types it. */
function chooseAttributes(
  attributes: ReadonlyMap<string, string>,
  type: string,
): Record<string, string> {
  const names = ['submit', 'button', 'reset', 'radio', 'checkbox'].includes(type)
    ? [...chosen, 'value']
    : chosen;
  const kept: Record<string, string> = {};
  for (const name of names) {
    const value = attributes.get(name);
    if (value !== undefined) kept[name] = value.slice(0, attributeLength);
  }
  return kept;
}
