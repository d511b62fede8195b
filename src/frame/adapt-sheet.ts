/** Tells what rrweb makes of a style sheet without parsing it as rrweb does, which takes most of the
 * time a page needs to be built. */

/** What rrweb rewrites other than rules for the pointer, and what only its parser reads rightly. */
const notPlain =
  /(?:max|min)-device-(?:width|height)|<(?:!--|\/?[Ss][Tt][Yy][Ll][Ee])|(?:^|[\s!"#'():;@[\\\]{}])url(?:[\s!"#':;@[\\\]{}/]|$)|^\uFEFF/;
const property = /^[*_$]?-{0,2}[A-Za-z][-\w]*[ \t\r\n\f]*$/;
const atName = /^@[-\w]/;

const code = (letter: string) => letter.charCodeAt(0);
const [space, tab, newline, feed, carriageReturn] = [...' \t\n\f\r'].map(code);
const [quote, apostrophe, backslash, slash, star] = [...'"\'\\/*'].map(code);
const [open, close, openSquare, closeSquare] = [...'()[]'].map(code);
const [openBrace, closeBrace, semicolon, colon] = [...'{};:'].map(code);

/** The sheet as rrweb's `adaptCssForReplay` gives it: each selector with `:hover` stands there a
 * second time with a class instead. Undefined where only a parser can tell, as in sheets with
 * mistakes. */
export function adaptSheet(css: string): string | undefined {
  if (notPlain.test(css)) return undefined;
  return css.includes(':hover') ? new Sheet(css).adapt() : css;
}

class Sheet {
  readonly #css: string;
  #adapted = '';
  #copied = 0;
  #depth = 0;
  readonly #brackets: number[] = [];
  /** Of the statement that is being read: where it begins, its first colon, its end so far. */
  #start = -1;
  #colon = -1;
  #end = 0;
  #colons = 0;
  #isCommented = false;

  constructor(css: string) {
    this.#css = css;
  }

  adapt(): string | undefined {
    for (let at = 0; at < this.#css.length; at += 1) {
      at = this.#read(at);
      if (at === -1) return undefined;
    }
    const isWhole = this.#depth === 0 && this.#start === -1 && this.#brackets.length === 0;
    return isWhole ? this.#adapted + this.#css.slice(this.#copied) : undefined;
  }

  /** Answers the last place it has read, or -1 where a parser is needed. */
  #read(at: number): number {
    switch (this.#css.charCodeAt(at)) {
      case space:
      case tab:
      case newline:
      case feed:
      case carriageReturn:
        return at;
      case slash:
        return this.#css.charCodeAt(at + 1) === star ? this.#readComment(at) : this.#take(at, at);
      case quote:
      case apostrophe:
        return this.#take(at, this.#endOfText(at));
      case backslash:
        return this.#readEscape(at);
      case open:
        if (this.#css.slice(Math.max(0, at - 3), at) === 'url') return this.#readAddress(at);
        this.#brackets.push(close as number);
        return this.#take(at, at);
      case openSquare:
        this.#brackets.push(closeSquare as number);
        return this.#take(at, at);
      case close:
      case closeSquare:
        if (this.#brackets.pop() !== this.#css.charCodeAt(at)) return -1;
        return this.#take(at, at);
      default:
        return this.#brackets.length > 0 ? this.#take(at, at) : this.#readOpenly(at);
    }
  }

  /** Where no bracket is open. */
  #readOpenly(at: number): number {
    switch (this.#css.charCodeAt(at)) {
      case colon:
        this.#colons += 1;
        if (this.#colons === 1) this.#colon = at;
        return this.#take(at, at);
      case openBrace:
        this.#depth += 1;
        return this.#beginBlock() ? this.#next(at) : -1;
      case closeBrace:
        this.#depth -= 1;
        return this.#depth >= 0 && this.#isStatement() ? this.#next(at) : -1;
      case semicolon:
        return this.#isStatement() ? this.#next(at) : -1;
      default:
        return this.#take(at, at);
    }
  }

  #take(from: number, to: number): number {
    if (this.#start === -1) this.#start = from;
    this.#end = to + 1;
    return to;
  }

  #next(at: number): number {
    this.#start = -1;
    this.#colon = -1;
    this.#colons = 0;
    this.#isCommented = false;
    return at;
  }

  #readComment(at: number): number {
    const end = this.#css.indexOf('*/', at + 2);
    if (this.#start !== -1) this.#isCommented = true;
    return end === -1 ? -1 : end + 1;
  }

  #endOfText(at: number): number {
    const mark = this.#css.charAt(at);
    for (let end = this.#css.indexOf(mark, at + 1); end !== -1;) {
      let before = end;
      while (this.#css.charCodeAt(before - 1) === backslash) before -= 1;
      if ((end - before) % 2 === 0) return end;
      end = this.#css.indexOf(mark, end + 1);
    }
    return -1;
  }

  #readEscape(at: number): number {
    const escaped = this.#css.charAt(at + 1);
    if (escaped === '/' && this.#css.charCodeAt(at + 2) === star) return -1;
    return this.#take(at, /\s|^$/.test(escaped) ? at : at + 1);
  }

  /** What stands unquoted in `url()` is no CSS; where it might be, or not, a parser decides. */
  #readAddress(at: number): number {
    if (/["'\s]/.test(this.#css.charAt(at + 1))) {
      this.#brackets.push(close as number);
      return this.#take(at, at);
    }
    const end = this.#css.indexOf(')', at);
    const address = this.#css.slice(at + 1, end);
    if (end === -1 || address.includes('\\')) return -1;
    const isOwnWord = /^[\s:]?$/.test(this.#css.charAt(at - 4));
    return isOwnWord || !/["'(]|\/\*/.test(address) ? this.#take(at, end) : -1;
  }

  /** Whether it is a declaration without mistakes, or a command with a name, or nothing. */
  #isStatement(): boolean {
    if (this.#start === -1) return true;
    if (this.#css.startsWith('@', this.#start))
      return atName.test(this.#css.slice(this.#start, this.#start + 2));
    if (this.#colon === -1) return false;
    const isCustom = this.#css.startsWith('--', this.#start);
    return (
      (this.#colons === 1 || isCustom) && property.test(this.#css.slice(this.#start, this.#colon))
    );
  }

  #beginBlock(): boolean {
    if (this.#start === -1) return true;
    if (this.#css.startsWith('@', this.#start))
      return atName.test(this.#css.slice(this.#start, this.#start + 2));
    if (this.#css.startsWith('--', this.#start)) return false;
    const selector = this.#css.slice(this.#start, this.#end);
    if (!selector.includes(':hover')) return true;
    // The space after a code is part of it.
    if (this.#isCommented || /\\[0-9A-Fa-f]+$/.test(selector)) return false;
    this.#adapted += this.#css.slice(this.#copied, this.#end) + underPointer(selector);
    this.#copied = this.#end;
    return true;
  }
}

function underPointer(selector: string): string {
  return commaParts(selector)
    .filter((part) => part.includes(':hover'))
    .map((part) => `,\n${part.replace(/:hover/g, '.\\:hover')}`)
    .join('');
}

/** As postcss parts a list of selectors: not in quotes, not in parentheses. */
function commaParts(selector: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let mark = '';
  for (let at = 0; at < selector.length; at += 1) {
    const letter = selector.charAt(at);
    if (letter === '\\') at += 1;
    else if (mark !== '') mark = letter === mark ? '' : mark;
    else if (letter === '"' || letter === "'") mark = letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (letter === ',' && depth === 0) {
      parts.push(selector.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, selector.slice(from).trim()];
}
