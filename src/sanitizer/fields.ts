import type { FieldFidelity } from '#core/field-fidelity.ts';
import type { LivePage } from './live-page.ts';
import type { Nodes } from './node-facts.ts';

const secretTypes = new Set(['password', 'hidden', 'file']);
const secretPurposes = new Set(['current-password', 'new-password', 'one-time-code']);

/** How much each field may tell. What the page says is only ever tightened here. */
export class Fields {
  readonly #page: LivePage;
  readonly #nodes: Nodes;

  constructor(page: LivePage, nodes: Nodes) {
    this.#page = page;
    this.#nodes = nodes;
  }

  fidelityOf(id: number): FieldFidelity {
    if (this.#nodes.wasSecret(id) || this.#nodes.inside(id).seal !== undefined) return 'none';
    const fidelity = this.#page.fidelityOf(id);
    return fidelity === 'text' || fidelity === 'class' ? fidelity : 'none';
  }
}

/** A field whose own markup says that it holds a secret. */
export function isMarkedSecret(
  tag: string,
  attributes: Readonly<Record<string, unknown>>,
): boolean {
  if ('data-rr-is-password' in attributes) return true;
  if (tag === 'input' && secretTypes.has(lower(attributes['type']))) return true;
  return lower(attributes['autocomplete'])
    .split(/\s+/)
    .some((purpose) => secretPurposes.has(purpose) || purpose.startsWith('cc-'));
}

export const lower = (value: unknown): string =>
  typeof value === 'string' ? value.trim().toLowerCase() : '';
