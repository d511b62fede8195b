/** Knows secret fields, also after the page has shown the password or put another field in its place. */
import { isSecretField } from './field-fidelity.ts';

type Named = Element & { readonly name?: unknown };

export class SecretFields {
  readonly #seen = new WeakSet<Element>();
  readonly #names = new Set<string>();

  has(field: Element): boolean {
    if (isSecretField(field)) this.#remember(field);
    return this.#seen.has(field) || namesOf(field).some((name) => this.#names.has(name));
  }

  /** Looks at every field there is, so that a password shown later is known. */
  look(root: ParentNode): void {
    for (const field of root.querySelectorAll('input, textarea')) this.has(field);
  }

  #remember(field: Element): void {
    this.#seen.add(field);
    // Hidden inputs share their name with the visible field that they are the default of.
    const type = field.getAttribute('type')?.toLowerCase();
    if (type === 'hidden' || type === 'file') return;
    for (const name of namesOf(field)) this.#names.add(name);
  }
}

function namesOf(field: Element): string[] {
  if (field.localName !== 'input' && field.localName !== 'textarea') return [];
  const { id, name } = field as Named;
  return [`name ${String(name ?? '')}`, `id ${id}`].filter((each) => !each.endsWith(' '));
}
