import { inputType } from './role-of.ts';
import { editingHost, isTextField } from './find-interactive.ts';
import { following, isElement, type PageNode } from './page-node.ts';
import { collapse, textOf } from './text-of.ts';

export type FieldKind = 'text' | 'secret' | 'choice' | 'check' | 'other';

/** What sort of field an input event on `node` speaks of. */
export function fieldKind(node: PageNode): FieldKind {
  if (node.tag === 'select') return 'choice';
  const type = inputType(node);
  if (type === 'checkbox' || type === 'radio') return 'check';
  if (type === 'password' || node.attributes.has('data-rr-is-password')) return 'secret';
  return isTextField(node) || editingHost(node) !== undefined ? 'text' : 'other';
}

/** What the field holds now, as far as the recording told. */
export function valueOf(node: PageNode): string {
  if (node.value !== undefined) return node.value;
  const stated = node.attributes.get('value');
  if (stated !== undefined) return stated;
  return node.tag === 'textarea' ? textOf(node, { hidden: true }) : '';
}

/** The caption of the option of `select` with this value, or the value itself. */
export function optionLabel(select: PageNode, value: string): string {
  for (let at = following(select, select); at !== undefined; at = following(at, select)) {
    if (!isElement(at) || at.tag !== 'option') continue;
    if (optionValue(at) === value)
      return at.attributes.get('label') || collapse(textOf(at, { hidden: true })) || value;
  }
  return value;
}

export const optionValue = (option: PageNode): string =>
  option.attributes.get('value') ?? collapse(textOf(option, { hidden: true }));
