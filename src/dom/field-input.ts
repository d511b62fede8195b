import { optionValue } from './field-kind.ts';
import { extrasOf } from './node-extras.ts';
import { following, isElement, type PageNode } from './page-node.ts';
import { inputType } from './role-of.ts';
import { incrementalSource, type InputData } from './rrweb-events.ts';

/** Setting their `value` sets the attribute. */
const captionTypes = new Set('radio checkbox submit button reset image hidden'.split(' '));
const captioned = (field: PageNode): boolean =>
  captionTypes.has(inputType(field)) || field.tag === 'button' || field.tag === 'option';

/** What a person or the page's script did to a field; `order` counts the inputs of the page. */
export function noteInput(field: PageNode, { text, isChecked }: InputData, order: number): void {
  if (!isElement(field)) return;
  field.value = String(text ?? '');
  field.checked = isChecked === true;
  if (captioned(field)) field.attributes.set('value', field.value);
  const extras = extrasOf(field);
  extras.inputOrder = order;
  extras.isChosen = field.tag === 'select' && hasOption(field, field.value);
}

/** As an event, to come after the field itself: attributes can't say what a field holds apart from
 * what the page's source gave it. Undefined where the browser made a choice of its own since. */
export function inputOf(field: PageNode): InputData | undefined {
  const { id, value = '', checked = false, extras } = field;
  if (extras?.isChosen === true && !hasOption(field, value)) return undefined;
  const text = captioned(field) ? (field.attributes.get('value') ?? '') : value;
  return { source: incrementalSource.input, id, text, isChecked: checked };
}

function hasOption(select: PageNode, value: string): boolean {
  for (let at = following(select, select); at !== undefined; at = following(at, select))
    if (at.tag === 'option' && optionValue(at) === value) return true;
  return false;
}
