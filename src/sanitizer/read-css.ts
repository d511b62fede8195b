/** Takes a style sheet apart into tokens, as CSS Syntax 3 does but some ten times as fast as a full
 * implementation: a page waits for it. A misread can lose a rule, never tell more of one. */

export interface CssToken {
  /** Punctuation has itself for a kind. */
  readonly kind: CssKind;
  /** What an identifier, function, string … says, escapes resolved. */
  readonly text: string;
  readonly number: number;
  /** Of a dimension. */
  readonly unit: string;
}

export type CssKind =
  | 'space'
  | 'ident'
  | 'function'
  | 'at'
  | 'hash'
  | 'string'
  | 'url'
  | 'number'
  | 'percentage'
  | 'dimension'
  | 'delim'
  | 'bad'
  | Mark;
type Mark = '(' | ')' | '[' | ']' | '{' | '}' | ',' | ':' | ';';

const make = (kind: CssKind, text = '', number = 0, unit = ''): CssToken => ({
  kind,
  text,
  number,
  unit,
});

const marks = new Map<string, CssToken>([...'()[]{},:;'].map((mark) => [mark, make(mark as Mark)]));
const space = make('space');
const bad = make('bad');

const blank = /[ \t\n\r\f]+/y;
const name = /(?:[\w-]|[^\0-\x7f]|\\(?:[\da-f]{1,6}[ \t\n]?|[^\n\r\f\da-f]))+/iy;
const number = /[+-]?(?:\d*\.\d+|\d+)(?:e[+-]?\d+)?/iy;
const startsName = /--|-?(?:[a-z_]|[^\0-\x7f]|\\[^\n\r\f])/iy;
const startsNumber = /[+-]?(?:\d|\.\d)/y;
const escape = /\\(?:([\da-f]{1,6})[ \t\n]?|([^]))/gi;

export function readCss(css: string): CssToken[] {
  const tokens: CssToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    if (!pattern.test(css)) return '';
    const from = at;
    at = pattern.lastIndex;
    return css.slice(from, at);
  };
  const isAhead = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    return pattern.test(css);
  };
  while (at < css.length) {
    const character = css[at]!;
    const mark = marks.get(character);
    if (mark !== undefined) {
      tokens.push(mark);
      at += 1;
    } else if (take(blank) !== '') tokens.push(space);
    else if (character === '/' && css[at + 1] === '*') {
      at = after(css, '*/', at + 2);
      tokens.push(space);
    } else if (character === '"' || character === "'") {
      const end = endOfString(css, character, at + 1);
      tokens.push(end < 0 ? bad : make('string', unescape(css.slice(at + 1, end))));
      at = end < 0 ? afterLine(css, at) : end + 1;
    } else tokens.push(readWord(character));
  }
  return tokens;

  function readWord(character: string): CssToken {
    if (isAhead(startsName)) return readName();
    if (isAhead(startsNumber)) return readNumber();
    at += 1;
    if (character === '#') {
      const text = take(name);
      return text === '' ? bad : make('hash', unescape(text));
    }
    if (character === '@') return make('at', unescape(take(name)).toLowerCase());
    return make('delim', character);
  }

  function readNumber(): CssToken {
    const text = take(number);
    const value = Number(text);
    if (css[at] === '%') {
      at += 1;
      return make('percentage', text, value);
    }
    if (!isAhead(startsName)) return make('number', text, value);
    return make('dimension', text, value, unescape(take(name)));
  }

  function readName(): CssToken {
    const text = unescape(take(name));
    if (css[at] !== '(') return make('ident', text);
    at += 1;
    if (text.toLowerCase() !== 'url') return make('function', text);
    const quote = /^\s{0,9}["']/.exec(css.slice(at, at + 10));
    if (quote === null) at = after(css, ')', at);
    else {
      const end = endOfString(css, quote[0].at(-1)!, at + quote[0].length);
      at = after(css, ')', end < 0 ? at : end);
    }
    return make('url');
  }
}

function after(css: string, mark: string, from: number): number {
  const found = css.indexOf(mark, from);
  return found < 0 ? css.length : found + mark.length;
}

function afterLine(css: string, from: number): number {
  const found = css.indexOf('\n', from);
  return found < 0 ? css.length : found;
}

/** Where the quote closes; -1 when the line or the sheet ends before. */
function endOfString(css: string, quote: string, from: number): number {
  for (let i = from; i < css.length; i++) {
    const character = css[i];
    if (character === quote) return i;
    if (character === '\n') return -1;
    if (character === '\\') i += 1;
  }
  return -1;
}

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escape, (_, hex: string | undefined, character: string | undefined) => {
    if (hex === undefined) return character === '\n' ? '' : (character ?? '');
    const code = parseInt(hex, 16);
    return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
