/** Decides how much of a field may be recorded. Secret fields give nothing, whatever is asked. */
import type { FieldFidelity } from '#core/field-fidelity.ts';

export type FidelityOf = (field: Element) => FieldFidelity;

const secretPurposes = new Set(['current-password', 'new-password', 'one-time-code']);

export type FieldFacts = Pick<Element, 'getAttribute' | 'hasAttribute'>;

const secretTypes = new Set(['password', 'hidden', 'file']);

/** A password, a one-time code, any part of a payment card, a hidden input or the name of a file. */
export function isSecretField(field: FieldFacts): boolean {
  if (secretTypes.has(field.getAttribute('type')?.toLowerCase() ?? '')) return true;
  // rrweb leaves this mark where a password was made readable by a “show” button.
  if (field.hasAttribute('data-rr-is-password')) return true;
  const purposes = field.getAttribute('autocomplete')?.toLowerCase().split(/\s+/) ?? [];
  return purposes.some((purpose) => secretPurposes.has(purpose) || purpose.startsWith('cc-'));
}

/** What the caller allows, held to `none` for secret fields. */
export function neverSecret(fidelityOf: FidelityOf): FidelityOf {
  return (field) => (isSecretField(field) ? 'none' : fidelityOf(field));
}

/** A field's value as it may be recorded: constant where nothing may be told, not even a length. */
export function maskValue(value: string, fidelity: FieldFidelity): string {
  switch (fidelity) {
    case 'text':
      return value;
    case 'class':
      return value.replace(/\S/gu, '•');
    case 'none':
      return '••••••';
  }
}
