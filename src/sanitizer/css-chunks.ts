/** What stands before the next brace or semicolon. */
export interface CssChunk {
  readonly text: string;
  readonly end: '{' | '}' | ';' | '';
}

const [backslash, slash, star, double, single] = [92, 47, 42, 34, 39];

/** Parts a style sheet at its braces and semicolons. The parts repeat, whole sheets seldom do: so
 * each is looked at closely once only. */
export class CssChunks {
  readonly #css: string;
  #at = 0;

  constructor(css: string) {
    this.#css = css;
  }

  /** Undefined at the end of the sheet. */
  next(): CssChunk | undefined {
    const css = this.#css;
    if (this.#at >= css.length) return undefined;
    let text = '';
    let from = this.#at;
    let depth = 0;
    let i = from;
    for (; i < css.length; i++) {
      const code = css.charCodeAt(i);
      if (code === backslash) i += 1;
      else if (code === double || code === single) i = endOfString(css, code, i);
      else if (code === slash && css.charCodeAt(i + 1) === star) {
        text += `${css.slice(from, i)} `;
        const end = css.indexOf('*/', i + 2);
        i = end < 0 ? css.length : end + 1;
        from = i + 1;
      } else if (code === 40 || code === 91) depth += 1;
      else if (code === 41 || code === 93) depth -= depth > 0 ? 1 : 0;
      else if (code === 123 || code === 125 || (code === 59 && depth === 0)) break;
    }
    this.#at = i + 1;
    const end = i < css.length ? (css[i] as CssChunk['end']) : '';
    return { text: (text + css.slice(from, i)).trim(), end };
  }

  /** To behind the end of the block that was just opened. */
  skipBlock(): void {
    for (let depth = 1; depth > 0;) {
      const chunk = this.next();
      if (chunk === undefined) return;
      if (chunk.end === '{') depth += 1;
      else if (chunk.end === '}') depth -= 1;
    }
  }
}

/** The closing quote, or the end of the line where it is missing. */
function endOfString(css: string, quote: number, from: number): number {
  for (let i = from + 1; i < css.length; i++) {
    const code = css.charCodeAt(i);
    if (code === quote || code === 10) return i;
    if (code === backslash) i += 1;
  }
  return css.length;
}
