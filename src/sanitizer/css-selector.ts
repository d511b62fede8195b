import { attributeRule } from './attribute-table.ts';
import { escapeName, sayNumber } from './css-grammar.ts';
import { isBalanced, sayNumeric } from './css-value.ts';
import type { Names } from './names.ts';
import type { CssToken } from './read-css.ts';
import { isKnownTag, nameTag } from './tag-names.ts';

const combinators = '>+~*&|';
const operators = '=~|^$*';

/** A list of selectors with classes, ids and tags renamed as they are in the markup. One that is not
 * understood is left out, as a browser leaves out what no element can match; undefined when none
 * is left. */
export function cleanSelector(tokens: readonly CssToken[], names: Names): string | undefined {
  const said = branches(tokens)
    .map((branch) => cleanBranch(branch, names))
    .filter((branch) => branch !== undefined);
  return said.length === 0 ? undefined : said.join(',');
}

function branches(tokens: readonly CssToken[]): (readonly CssToken[])[] {
  const found: (readonly CssToken[])[] = [];
  let from = 0;
  let depth = 0;
  tokens.forEach(({ kind }, i) => {
    if (kind === 'function' || kind === '(') depth += 1;
    else if (kind === ')') depth -= 1;
    else if (kind === ',' && depth === 0) {
      found.push(tokens.slice(from, i));
      from = i + 1;
    }
  });
  return [...found, tokens.slice(from)];
}

function cleanBranch(tokens: readonly CssToken[], names: Names): string | undefined {
  if (!isBalanced(tokens)) return undefined;
  let said = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const before = tokens[i - 1];
    let piece: string | undefined;
    if (token.kind === '[') {
      const end = tokens.findIndex((each, at) => at > i && each.kind === ']');
      if (end < 0) return undefined;
      piece = sayAttribute(tokens.slice(i + 1, end), names);
      i = end;
    } else piece = sayPart(token, before, names);
    if (piece === undefined) return undefined;
    said += piece;
  }
  return said.trim() === '' ? undefined : said.trim();
}

function sayPart(token: CssToken, before: CssToken | undefined, names: Names): string | undefined {
  const { kind, text } = token;
  switch (kind) {
    case 'space':
      return ' ';
    case 'ident':
      return sayIdent(text, before, names);
    case 'hash':
      return `#${escapeName(names.of(text))}`;
    case 'function':
      return before?.kind === ':' && names.isSafe(text, 0) ? `${text}(` : undefined;
    case 'delim':
      return text === '.' || combinators.includes(text) ? text : undefined;
    case ':':
    case ',':
    case '(':
    case ')':
      return kind;
    case 'number':
    case 'percentage':
      return sayNumeric(token);
    case 'dimension':
      return sayStep(token);
    default:
      return undefined;
  }
}

function sayIdent(ident: string, before: CssToken | undefined, names: Names): string | undefined {
  if (before?.kind === 'delim' && before.text === '.') return escapeName(names.of(ident));
  if (before?.kind === ':') return names.isSafe(ident, 0) ? ident : undefined;
  if (before?.kind === 'function' && /^(?:part|state|highlight)$/.test(before.text))
    return escapeName(names.of(ident));
  if (
    /^-?n(?:-\d{1,3})?$/i.test(ident) ||
    isKnownTag(ident) ||
    /^(?:even|odd|of|from|to)$/.test(ident)
  )
    return ident;
  return nameTag(ident, names);
}

/** `2n+1` is read as a number with a unit. */
function sayStep({ number, unit }: CssToken): string | undefined {
  return /^n(?:-\d{0,3})?$/i.test(unit) ? sayNumber(number) + unit : undefined;
}

function sayAttribute(tokens: readonly CssToken[], names: Names): string | undefined {
  let said = '';
  for (const { kind, text } of tokens) {
    if (kind === 'space') said += ' ';
    else if (kind === 'ident')
      said += said.includes('=')
        ? sayUnquoted(text, names)
        : escapeName(nameAttribute(text, names));
    else if (kind === 'string') said += `"${names.list(text).replace(/["\\]/g, '')}"`;
    else if (kind === 'delim' && operators.includes(text)) said += text;
    else return undefined;
  }
  return `[${said}]`;
}

/** An attribute that may be told keeps its name in the markup, so it does here. */
const nameAttribute = (name: string, names: Names): string =>
  attributeRule(name) === undefined ? names.of(name) : name;

const sayUnquoted = (text: string, names: Names): string =>
  /^[is]$/i.test(text) ? text : escapeName(names.of(text));
