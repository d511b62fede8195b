import * as css from 'css-tree/tokenizer';
import { isInRecording, isOnPage } from './recorded-address.ts';

/** What a text is: a sheet, a sheet that takes no imports, or the value of a property. */
export type CssPart = 'sheet' | 'sheet of script' | { readonly property: string };

/** Puts `text` in the place of what stands there. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** These can look for an element of the page by an address; all others look for a picture. */
const referring =
  /^(--.*|(-webkit-)?(filter|backdrop-filter|clip-path|mask|mask-image)|fill|stroke|marker(-\w+)?|offset-path)$/;

/** Looks and measures everywhere like a picture that was refused, and is none to ask for. */
const noPicture = 'url("data:,")';
const noLetters = 'local("")';
const noLayer = 'tasktape-withheld';

interface Open {
  readonly name: string;
  readonly start: number;
  /** What it leads to was told, in a string. */
  address?: string;
}

/** Finds, token by token, what is to be changed in a style sheet. */
export class AddressReader {
  readonly #text: string;
  readonly #edits: Edit[] = [];
  readonly #open: Open[] = [];
  #property = '';
  #name = '';
  #depth = 0;
  #statement = '';
  #takesImports: boolean;
  #import: { start: number; layer: string } | undefined;
  #letters: { depth: number; from?: number | undefined } | undefined;
  #last = 0;

  constructor(text: string, part: CssPart) {
    this.#text = text;
    this.#takesImports = part === 'sheet';
    if (typeof part === 'string') return;
    this.#property = part.property.toLowerCase();
    this.#statement = 'value';
    if (this.#property === 'src') this.#letters = { depth: 0 };
  }

  take(type: number, start: number, end: number): void {
    if (type === css.WhiteSpace || type === css.Comment) return;
    if (this.#open.length > 0 || type === css.Function || type === css.Url)
      this.#takeValue(type, start, end);
    else this.#takeStructure(type, start, end);
    this.#last = end;
  }

  end(): readonly Edit[] {
    this.#endLetters();
    this.#endImport(this.#text.length);
    return this.#edits;
  }

  #takeStructure(type: number, start: number, end: number): void {
    const isStart = this.#statement === '';
    if (type === css.AtKeyword) this.#startAt(unescape(this.#text.slice(start + 1, end)), start);
    else if (type === css.Semicolon) this.#endStatement(end);
    else if (type === css.LeftCurlyBracket) this.#enter();
    else if (type === css.RightCurlyBracket) this.#leave();
    else if (isStart && type !== css.CDO && type !== css.CDC) this.#statement = 'other';
    if (type === css.LeftParenthesis || type === css.LeftSquareBracket)
      this.#open.push({ name: '', start });
    if (type === css.Comma) this.#endLetters();
    if (type === css.Colon && this.#name !== '') this.#property = this.#name;
    const isLayer = type === css.Ident && this.#import && /^layer$/i.test(this.#at(start, end));
    if (isLayer) this.#import!.layer ||= noLayer;
    this.#name = type === css.Ident ? unescape(this.#at(start, end)) : '';
  }

  #takeValue(type: number, start: number, end: number): void {
    const inner = this.#open.at(-1);
    if (type === css.Url)
      this.#address(this.#at(start, end).replace(/^[^(]*\(|\)$/g, ''), start, end);
    else if (type === css.Function)
      this.#open.push({ name: unescape(this.#at(start, end - 1)), start });
    else if (type === css.LeftParenthesis || type === css.LeftSquareBracket)
      this.#open.push({ name: '', start });
    else if (type === css.RightParenthesis || type === css.RightSquareBracket) this.#close(end);
    else if (type === css.String && inner !== undefined) {
      const told = this.#at(start, end).replace(/^["']|["']$/g, '');
      inner.address ??= told;
      const isPicture = /^(-webkit-)?image-set$/.test(inner.name) && !isInRecording(unescape(told));
      if (isPicture && !this.#import) this.#edits.push({ start, end, text: '"data:,"' });
    }
  }

  #close(end: number): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    if (closed.name === 'layer' && this.#import && this.#open.length === 0)
      this.#import.layer ||= this.#at(closed.start, end)
        .replace(/^[^(]*\(|\)$/g, '')
        .trim();
    if (!/^(url|src)$/.test(closed.name)) return;
    const told = this.#at(closed.start, end).replace(/^[^(]*\(|\)$/g, '');
    this.#address(closed.address ?? told, closed.start, end);
  }

  #address(told: string, start: number, end: number): void {
    if (this.#import || this.#statement === 'namespace') return;
    if (this.#statement === '') this.#statement = 'other';
    const address = unescape(told);
    const isFound = isOnPage(address) && referring.test(this.#property);
    if (isFound || isInRecording(address)) return;
    if (this.#letters !== undefined) {
      this.#letters.from ??= start;
      return;
    }
    this.#edits.push({ start, end, text: noPicture });
  }

  #startAt(name: string, start: number): void {
    if (this.#statement === '') this.#statement = name;
    if (name === 'font-face') this.#letters = { depth: this.#depth + 1 };
    if (this.#depth > 0) return;
    if (name === 'import' && this.#takesImports && this.#statement === 'import')
      this.#import = { start, layer: '' };
    if (!/^(charset|import|layer)$/.test(name)) this.#takesImports = false;
  }

  #endStatement(end: number): void {
    this.#endLetters();
    this.#endImport(end);
    if (this.#depth > 0) return;
    if (this.#statement === 'other') this.#takesImports = false;
    this.#statement = '';
  }

  #enter(): void {
    this.#import = undefined;
    this.#takesImports = false;
    this.#depth += 1;
  }

  #leave(): void {
    this.#endLetters();
    if (this.#letters?.depth === this.#depth) this.#letters = undefined;
    this.#depth = Math.max(0, this.#depth - 1);
    if (this.#depth === 0) this.#statement = '';
  }

  /** A source of letters, with all that is said of it. */
  #endLetters(): void {
    const { from } = this.#letters ?? {};
    if (this.#letters === undefined || from === undefined) return;
    this.#edits.push({ start: from, end: this.#last, text: noLetters });
    this.#letters.from = undefined;
  }

  #endImport(end: number): void {
    if (this.#import === undefined) return;
    const { start, layer } = this.#import;
    this.#edits.push({ start, end, text: `@layer ${layer || noLayer};` });
    this.#import = undefined;
  }

  #at(start: number, end: number): string {
    return this.#text.slice(start, end);
  }
}

/** In small letters, which is how names are compared; addresses are only asked for their beginning. */
function unescape(text: string): string {
  const plain = text.includes('\\')
    ? text.replace(/\\(?:([0-9a-f]{1,6})\s?|\r?\n|(.))/gi, (_, code?: string, other?: string) =>
        code === undefined
          ? (other ?? '')
          : String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)),
      )
    : text;
  return plain.length > 100 ? plain : plain.toLowerCase();
}
