import { optionValue } from './field-kind.ts';
import { following, isElement, type PageNode } from './page-node.ts';
import { inputType } from './role-of.ts';
import type { AttributeValue } from './rrweb-events.ts';

type Attributes = Record<string, AttributeValue>;

/** Their `value` is a caption, or what choosing them means. */
const captioned = new Set(['radio', 'checkbox', 'submit', 'button']);

/**
 * Writes what a field holds into its attributes, as rrweb's recorder does. False where they can't
 * say it: that a text area is empty in which the page's source has text.
 */
export function writeField(node: PageNode, attributes: Attributes): boolean {
  if (captioned.has(inputType(node))) {
    if (node.checked === true) attributes['checked'] = true;
    if (node.checked === false) delete attributes['checked'];
    return true;
  }
  if (node.value === undefined) return true;
  if (node.value !== '') attributes['value'] = node.value;
  else delete attributes['value'];
  return node.value !== '' || node.first === undefined || node.tag !== 'textarea';
}

/** The option that is chosen in a select, when an event told its value; undefined when none did. */
export function chosenOption(select: PageNode): PageNode | 'none' | undefined {
  if (select.value === undefined || select.attributes.has('multiple')) return undefined;
  for (let at = following(select, select); at !== undefined; at = following(at, select))
    if (isElement(at) && at.tag === 'option' && optionValue(at) === select.value) return at;
  return 'none';
}
