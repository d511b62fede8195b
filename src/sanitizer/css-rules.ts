/** Rewrites rules and declarations part by part. Every rule stays one rule, because rrweb speaks of
 * rules by their number: what may not be told becomes a rule without effect. */
import { CssChunks } from './css-chunks.ts';
import { groupRules } from './css-grammar.ts';
import { cleanSelector } from './css-selector.ts';
import { cleanCssValue, sayIdent } from './css-value.ts';
import type { Names } from './names.ts';
import { readCss } from './read-css.ts';

export const inertRule = 'n{}';
const maxDepth = 24;
const maxRemembered = 20_000;

/** What a block holds: rules, declarations and rules nested in them, or steps of an animation. */
type Inside = 'rules' | 'style' | 'steps';

export class CssRules {
  readonly #names: Names;
  readonly #declarations = new Map<string, string>();

  constructor(names: Names) {
    this.#names = names;
  }

  sheet(css: string): string {
    return this.#block(new CssChunks(css), 'rules', 0);
  }

  /** Of a style attribute, where no block can open or close. */
  declarations(css: string): string {
    const chunks = new CssChunks(css);
    let said = '';
    for (let chunk = chunks.next(); chunk !== undefined; chunk = chunks.next()) {
      if (chunk.end === '{') break;
      said += this.#declaration(chunk.text);
      if (chunk.end === '}') break;
    }
    return said;
  }

  #block(chunks: CssChunks, inside: Inside, depth: number): string {
    let said = '';
    for (let chunk = chunks.next(); chunk !== undefined; chunk = chunks.next()) {
      const { text, end } = chunk;
      if (end === '{') said += this.#opened(chunks, text, inside, depth);
      else if (text.startsWith('@')) said += this.#statement(text, inside);
      else if (inside === 'style' && text !== '') said += this.#declaration(text);
      if (end === '}' && depth > 0) break;
    }
    return said;
  }

  #opened(chunks: CssChunks, text: string, inside: Inside, depth: number): string {
    const head = text.startsWith('@') ? this.#atHead(text, inside) : this.#ruleHead(text);
    if (head === undefined || depth >= maxDepth) {
      chunks.skipBlock();
      return inside === 'rules' ? inertRule : '';
    }
    return `${head.said}{${this.#block(chunks, head.inside, depth + 1)}}`;
  }

  #ruleHead(text: string): { said: string; inside: Inside } | undefined {
    const said = cleanSelector(readCss(text), this.#names);
    return said === undefined ? undefined : { said, inside: 'style' };
  }

  #atHead(text: string, inside: Inside): { said: string; inside: Inside } | undefined {
    const { name, rest } = splitAtRule(text);
    const named = /^(?:(?:-webkit-|-moz-)?keyframes|property)$/.test(name);
    if (!named && !groupRules.has(name)) return undefined;
    const condition = named ? this.#named(rest) : this.#condition(name, rest);
    if (condition === undefined) return undefined;
    const within = name === 'property' ? 'style' : named ? 'steps' : inside;
    return { said: `@${name} ${condition}`, inside: within };
  }

  #named(rest: string): string | undefined {
    const name = readCss(rest)[0];
    return name?.kind === 'ident' || name?.kind === 'string'
      ? sayIdent(name.text, this.#names)
      : undefined;
  }

  #condition(name: string, rest: string): string | undefined {
    if (rest === '') return '';
    return name === 'scope'
      ? cleanSelector(readCss(rest), this.#names)
      : cleanCssValue(readCss(rest), '', this.#names);
  }

  #statement(text: string, inside: Inside): string {
    const { name, rest } = splitAtRule(text);
    if (name === 'charset') return '';
    const said = name === 'layer' ? cleanCssValue(readCss(rest), '', this.#names) : undefined;
    if (said) return `@layer ${said};`;
    return inside === 'rules' ? inertRule : '';
  }

  #declaration(text: string): string {
    const known = this.#declarations.get(text);
    if (known !== undefined) return known;
    const said = sayDeclaration(text, this.#names);
    if (this.#declarations.size >= maxRemembered) this.#declarations.clear();
    this.#declarations.set(text, said);
    return said;
  }
}

function splitAtRule(text: string): { name: string; rest: string } {
  const name = /^@([\w-]{1,40})/.exec(text)?.[1] ?? '';
  return { name: name.toLowerCase(), rest: text.slice(name.length + 1).trim() };
}

function sayDeclaration(text: string, names: Names): string {
  const colon = text.indexOf(':');
  const property = colon < 1 ? undefined : cleanProperty(text.slice(0, colon).trim(), names);
  if (property === undefined) return '';
  const value = text.slice(colon + 1);
  const bare = value.replace(/!\s{0,9}important\s{0,9}$/i, '');
  const said = cleanCssValue(readCss(bare), property, names);
  return said ? `${property}:${said}${bare === value ? '' : '!important'};` : '';
}

/** Known properties, and custom ones under the name that the whole sheet has for them. */
export function cleanProperty(property: string, names: Names): string | undefined {
  if (/^--./.test(property)) return sayIdent(readCss(property)[0]?.text ?? '', names);
  const lower = property.toLowerCase();
  return /^[a-z-]+$/.test(lower) && names.isSafe(lower, 0) ? lower : undefined;
}
