import type { Codes } from './codes.ts';
import { findValues } from './detect-values.ts';
import { maskText } from './mask-text.ts';
import type { Vocabulary } from './vocabulary.ts';

const maxWords = 8;
const maxRemembered = 10_000;
const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}{1,3})?/gu;
const ending = /['’]\p{L}{1,3}$/u;

/** Sorts text into its three classes: vocabulary is kept, values become typed placeholders, all else
 * is masked at its own width. */
export class TextCleaner {
  readonly #vocabulary: Vocabulary;
  readonly #codes: Codes;
  readonly #interface = new Map<string, string>();
  readonly #other = new Map<string, string>();

  constructor(vocabulary: Vocabulary, codes: Codes) {
    this.#vocabulary = vocabulary;
    this.#codes = codes;
  }

  /** `isInterface`: the text stands where an interface speaks, on a button or in a heading. */
  clean(text: string, isInterface: boolean): string {
    if (text.trim() === '') return maskText(text);
    const memory = isInterface ? this.#interface : this.#other;
    const known = memory.get(text);
    if (known !== undefined) return known;
    const cleaned = this.#vocabulary.hasPhrase(text)
      ? text.replace(/[^\S\n]+/g, ' ')
      : this.#sort(text, isInterface);
    if (memory.size >= maxRemembered) memory.clear();
    if (text.length < 200) memory.set(text, cleaned);
    return cleaned;
  }

  #sort(text: string, isInterface: boolean): string {
    const rest: string[] = [];
    const values: string[] = [];
    let at = 0;
    for (const { kind, start, end } of findValues(text)) {
      rest.push(text.slice(at, start));
      values.push(this.#codes.placeholder(kind, text.slice(start, end)));
      at = end;
    }
    rest.push(text.slice(at));
    const keeps = isInterface && this.#isKnown(rest);
    return rest
      .map((piece, i) => (keeps ? this.#keepWords(piece) : maskText(piece)) + (values[i] ?? ''))
      .join('');
  }

  #isKnown(pieces: readonly string[]): boolean {
    const words = pieces.flatMap((piece) => piece.match(word) ?? []);
    return (
      words.length <= maxWords &&
      words.every((each) => this.#vocabulary.hasWord(each.replace(ending, '')))
    );
  }

  #keepWords(text: string): string {
    let kept = '';
    let at = 0;
    for (const match of text.matchAll(word)) {
      kept += maskText(text.slice(at, match.index)) + match[0];
      at = match.index + match[0].length;
    }
    return kept + maskText(text.slice(at));
  }
}
