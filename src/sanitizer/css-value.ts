import { escapeName, isCssFunction, isUnit, sayNumber } from './css-grammar.ts';
import type { Names } from './names.ts';
import type { CssKind, CssToken } from './read-css.ts';

const colour = /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const signs = '+-*/<>=!.|&';
const plain = new Set<CssKind>([',', ':', '(', ')', '[', ']']);

/** A bullet, an arrow, or a glyph of an icon font: what sheets draw, not what they say. */
const glyph =
  /^[\ue000-\uf8ff\u2190-\u21ff\u2022\u00b7\u25a0-\u25ff\u2713-\u2718\u00d7\u203a\u2039\u00bb\u00ab•·…|/>+ -]{1,3}$/;

/**
 * The value of a declaration, or the condition of an at-rule, said again from known parts;
 * undefined where that can't be done. `property` decides what strings may say.
 */
export function cleanCssValue(
  tokens: readonly CssToken[],
  property: string,
  names: Names,
): string | undefined {
  if (!isBalanced(tokens)) return undefined;
  let value = '';
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i]!;
    if (isAddress(token)) {
      // Nothing is loaded when a recording is played.
      value += 'none';
      i = token.kind === 'url' ? i + 1 : afterFunction(tokens, i);
      continue;
    }
    const said = sayToken(token, property, names);
    if (said === undefined) return undefined;
    value += said;
    i += 1;
  }
  return value.trim();
}

const loading =
  /^(?:src|(?:-webkit-)?image-set|(?:-webkit-|-moz-)?element|image|(?:-webkit-)?cross-fade|paint)$/i;

const isAddress = ({ kind, text }: CssToken) =>
  kind === 'url' || (kind === 'function' && loading.test(text));

/** A bracket left open would swallow the rest of the sheet. */
export function isBalanced(tokens: readonly CssToken[]): boolean {
  let round = 0;
  let square = 0;
  for (const { kind } of tokens) {
    if (kind === 'function' || kind === '(') round += 1;
    else if (kind === '[') square += 1;
    else if (kind === ')' && --round < 0) return false;
    else if (kind === ']' && --square < 0) return false;
  }
  return round === 0 && square === 0;
}

function afterFunction(tokens: readonly CssToken[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const { kind } = tokens[i]!;
    if (kind === 'function' || kind === '(') depth += 1;
    else if (kind === ')' && --depth === 0) return i + 1;
  }
  return tokens.length;
}

function sayToken(token: CssToken, property: string, names: Names): string | undefined {
  const { kind, text } = token;
  if (plain.has(kind)) return kind;
  switch (kind) {
    case 'space':
      return ' ';
    case 'ident':
      return sayIdent(text, names);
    case 'function':
      return isCssFunction(text) ? `${text}(` : undefined;
    case 'number':
    case 'percentage':
    case 'dimension':
      return sayNumeric(token);
    case 'hash':
      return colour.test(text) ? `#${text}` : undefined;
    case 'string':
      return `"${sayString(text, property, names)}"`;
    case 'delim':
      return signs.includes(text) ? text : undefined;
    default:
      return undefined;
  }
}

export function sayIdent(ident: string, names: Names): string {
  return ident.startsWith('--') && ident.length > 2
    ? `--${names.of(ident.slice(2)).replace(/[^\w-]/g, '\\$&')}`
    : escapeName(names.of(ident));
}

export function sayNumeric({ kind, text, number, unit }: CssToken): string | undefined {
  const said = (text.startsWith('+') ? '+' : '') + sayNumber(number);
  if (kind === 'percentage') return `${said}%`;
  return kind === 'number' || isUnit(unit) ? said + unit : undefined;
}

function sayString(text: string, property: string, names: Names): string {
  if (property === 'content') return glyph.test(text) ? text.replace(/["\\]/g, '') : '';
  if (property === 'syntax')
    return /^[<>a-z|+#* -]*$/.test(text) && names.isSafe(text.replace(/[^a-z]+/g, '-'), 0)
      ? text
      : '*';
  if (/^(?:font|font-family|grid|grid-template|grid-template-areas)$/.test(property))
    return text.replace(/[^\s.]+/g, (name) => names.of(name)).replace(/["\\\n]/g, ' ');
  return '';
}
