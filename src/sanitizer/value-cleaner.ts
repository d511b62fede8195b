import type { Codes } from './codes.ts';
import { cleanNumbers } from './clean-numbers.ts';
import type { Fields } from './fields.ts';
import { bullets, hiddenValue } from './mask-text.ts';
import type { Names } from './names.ts';
import type { NodeFacts } from './node-facts.ts';
import type { TextCleaner } from './text-cleaner.ts';

const buttonTypes = new Set(['button', 'submit', 'reset']);
const choiceTypes = new Set(['checkbox', 'radio']);

/** The values of fields: as much as their fidelity allows, alike in markup and in input events. */
export class ValueCleaner {
  readonly #names: Names;
  readonly #text: TextCleaner;
  readonly #codes: Codes;
  readonly #fields: Fields;

  constructor(names: Names, text: TextCleaner, codes: Codes, fields: Fields) {
    this.#names = names;
    this.#text = text;
    this.#codes = codes;
    this.#fields = fields;
  }

  /** A `value` attribute; undefined where an element has none to tell. */
  attribute(facts: NodeFacts, value: unknown): string | null | undefined {
    if (facts.isSecret) return hasTypedValue(facts) ? hiddenValue : undefined;
    if (value === null) return null;
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    const text = String(value);
    switch (facts.tag) {
      case 'input':
        return buttonTypes.has(facts.kind) ? this.#text.clean(text, true) : this.input(facts, text);
      case 'textarea':
      case 'select':
        return this.input(facts, text);
      case 'option':
      case 'button':
        return this.choice(text);
      case 'li':
      case 'progress':
      case 'meter':
        return cleanNumbers(text);
      default:
        return undefined;
    }
  }

  /** What was entered into a field that is no secret. */
  input(facts: NodeFacts, text: string): string {
    if (facts.tag === 'select' || choiceTypes.has(facts.kind)) return this.choice(text);
    switch (this.#fields.fidelityOf(facts.id)) {
      case 'text':
        return text;
      case 'class':
        return bullets(text);
      default:
        return hiddenValue;
    }
  }

  /** The same choice has the same code wherever it is named, so that a replay selects it. */
  choice(value: string): string {
    if (value === '' || (value.length <= 40 && this.#names.isSafe(value, 0))) return value;
    return `v${this.#codes.of(`choice ${value}`).slice(0, 5)}`;
  }
}

/** Constant even while empty: whether something was typed is told no more than what. */
export const hasTypedValue = (facts: NodeFacts): boolean =>
  facts.tag === 'textarea' ||
  (facts.tag === 'input' && !choiceTypes.has(facts.kind) && !buttonTypes.has(facts.kind));
