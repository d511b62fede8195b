import type { AttributeValue, StyleChanges } from '#dom/rrweb-events.ts';
import type { AddressCleaner } from './address-cleaner.ts';
import { attributeRule, namespaces, type AttributeRule } from './attribute-table.ts';
import { cleanNumbers, cleanPath } from './clean-numbers.ts';
import { sayNumber } from './css-grammar.ts';
import { cleanStyleChanges } from './clean-style-changes.ts';
import type { Names } from './names.ts';
import type { NodeFacts } from './node-facts.ts';
import type { StyleCleaner } from './style-cleaner.ts';
import type { TextCleaner } from './text-cleaner.ts';
import type { ValueCleaner } from './value-cleaner.ts';

export type RawAttributes = Readonly<Record<string, unknown>>;
export type CleanAttributes = Record<string, AttributeValue | StyleChanges>;

export interface AttributeTools {
  readonly names: Names;
  readonly text: TextCleaner;
  readonly styles: StyleCleaner;
  readonly addresses: AddressCleaner;
  readonly values: ValueCleaner;
  readonly keepsText: (id: number) => boolean;
  readonly onUnknown: (name: string) => void;
}

const maxText = 2_000;
const maxNames = 2_000;
const maxData = 64;
/** Values of one attribute. */
const maxRemembered = 2_000;

/** Frameworks scope their styles by attributes without a value, such as `data-v-3d9154b9`. */
const isScope = (name: string, value: unknown): boolean =>
  value === '' &&
  attributeRule(name) === undefined &&
  /^(?:data-(?!rr-)|_ng(?:content|host)-)[\w-]{1,60}$/.test(name);

/** Of a field whose value is a secret, even these would tell of it. */
const tellsOfValue =
  /^(?:style|aria-value|aria-invalid|aria-activedescendant|data-|rr_scroll|checked$|selected$)/;

export class AttributeCleaner {
  readonly #tools: AttributeTools;
  readonly #known = new Map<string, Map<string, string | undefined>>();

  constructor(tools: AttributeTools) {
    this.#tools = tools;
  }

  clean(facts: NodeFacts, raw: RawAttributes): CleanAttributes {
    const clean: CleanAttributes = {};
    for (const name of Object.keys(raw)) {
      if (isScope(name, raw[name])) {
        clean[this.#tools.names.of(name)] = '';
        continue;
      }
      const value = this.#one(facts, name, raw[name]);
      if (value !== undefined) clean[name] = value;
    }
    return clean;
  }

  #one(facts: NodeFacts, name: string, value: unknown): AttributeValue | StyleChanges | undefined {
    const secret = facts.isSecret && tellsOfValue.test(name);
    if (secret && name !== 'data-rr-is-password') return undefined;
    if (name === 'value') return this.#tools.values.attribute(facts, value);
    if (name === 'style') return this.#style(value);
    if (name === '_cssText')
      return typeof value === 'string' && (facts.tag === 'style' || facts.tag === 'link')
        ? this.#tools.styles.sheet(value)
        : undefined;
    const rule = attributeRule(name);
    if (rule === undefined) {
      this.#tools.onUnknown(name);
      return undefined;
    }
    if (value === null) return null;
    return rule === 'text' ? this.#text(facts, value) : this.#byRule(rule, facts, name, value);
  }

  #style(value: unknown): AttributeValue | StyleChanges | undefined {
    if (value === null) return null;
    if (typeof value === 'string') return this.#tools.styles.declarations(value);
    return cleanStyleChanges(value, this.#tools.styles);
  }

  #text(facts: NodeFacts, value: unknown): string | undefined {
    if (typeof value !== 'string' || value.length > maxText) return undefined;
    if (!facts.isSecret && this.#tools.keepsText(facts.id)) return value;
    const text = this.#tools.text.clean(value, true);
    return facts.isSecret && text !== value ? undefined : text;
  }

  #byRule(
    rule: AttributeRule,
    facts: NodeFacts,
    name: string,
    value: unknown,
  ): AttributeValue | undefined {
    if (rule === 'flag') return typeof value === 'boolean' ? value : '';
    if (typeof value === 'boolean') return value ? '' : undefined;
    if (typeof value === 'number')
      return rule === 'numbers' && Number.isFinite(value) ? Number(sayNumber(value)) : undefined;
    if (typeof value !== 'string') return undefined;
    return rule === 'link' ? this.#link(facts, value) : this.#remembered(rule, name, value);
  }

  /** A page's attributes say the same few things over and over. */
  #remembered(rule: AttributeRule, name: string, value: string): string | undefined {
    let known = this.#known.get(name);
    if (known === undefined || known.size >= maxRemembered)
      this.#known.set(name, (known = new Map<string, string | undefined>()));
    const told = known.get(value);
    if (told !== undefined || known.has(value)) return told;
    const clean = this.#textByRule(rule, name, value);
    known.set(value, clean);
    return clean;
  }

  #textByRule(rule: AttributeRule, name: string, value: string): string | undefined {
    switch (rule) {
      case 'names':
        if (value.length > (name.startsWith('data-') ? maxData : maxNames)) return undefined;
        return this.#tools.names.list(value);
      case 'keyword':
        return value.trim() === '' ? '' : this.#tools.names.keyword(value);
      case 'numbers':
        return cleanNumbers(value);
      case 'css':
        return this.#tools.styles.value(name, value);
      case 'path':
        return cleanPath(value);
      case 'reference':
        return this.#reference(value);
      case 'language':
        return /^[a-z]{2}(?:-[a-z]{2})?$/i.test(value) ? value : undefined;
      case 'namespace':
        return namespaces.has(value) ? value : undefined;
      default:
        return undefined;
    }
  }

  #link(facts: NodeFacts, value: string): string | undefined {
    if (facts.tag === 'a' || facts.tag === 'area') return this.#tools.addresses.link(value);
    return this.#reference(value);
  }

  /** A drawing that is used again by its id; what is in another file is not fetched. */
  #reference(value: string): string | undefined {
    return /^#\S+$/.test(value) ? `#${this.#tools.names.of(value.slice(1))}` : undefined;
  }
}
