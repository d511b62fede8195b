/** What each fidelity of a field means, for the admin who sets it. */
import type { FieldFidelity } from '#core/field-fidelity.ts';

export const fidelityWords: readonly { readonly value: FieldFidelity; readonly label: string }[] = [
  { value: 'none', label: 'Nothing: no keys, no length' },
  { value: 'class', label: 'Kinds of keys: letter, digit, Enter' },
  { value: 'text', label: 'The text itself' },
];
