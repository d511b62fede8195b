import type { Codes } from './codes.ts';
import type { Vocabulary } from './vocabulary.ts';

const maxLength = 64;
const maxParts = 6;
/** Letters and digits that are no word, `md` or `12`: too few to carry a value. */
const maxFree = 5;
const maxRemembered = 20_000;

const pieces = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]/g;
const joints = '-_:/.![]%';

/**
 * Names that tie markup and style sheets together: classes, ids, custom properties, animations.
 * Each is kept when it is made of known words, else stands under a code, the same wherever the
 * name appears.
 */
export class Names {
  readonly #vocabulary: Vocabulary;
  readonly #codes: Codes;
  readonly #known = new Map<string, string>();

  constructor(vocabulary: Vocabulary, codes: Codes) {
    this.#vocabulary = vocabulary;
    this.#codes = codes;
  }

  of(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const told = this.isSafe(name) ? name : `n${this.#codes.of(`name ${name}`).slice(0, 5)}x`;
    if (this.#known.size >= maxRemembered) this.#known.clear();
    this.#known.set(name, told);
    return told;
  }

  /** Names between spaces, one by one; the spaces are kept. */
  list(names: string): string {
    return names.replace(/\S+/g, (name) => this.of(name)).replace(/\s+/g, ' ');
  }

  isSafe(name: string, free = maxFree): boolean {
    if (name.length > maxLength) return false;
    let left = free;
    let parts = 0;
    for (const piece of name.match(pieces) ?? []) {
      if (joints.includes(piece)) continue;
      parts += 1;
      if (this.#vocabulary.hasPart(piece)) continue;
      if (!/^(?:[A-Za-z]{1,2}|\d{1,3})$/.test(piece)) return false;
      left -= piece.length;
    }
    return left >= 0 && parts <= maxParts;
  }

  /** A word from a closed set, such as a role; undefined for anything else. */
  keyword(value: string): string | undefined {
    const words = value.trim().split(/\s+/);
    return words.length <= maxParts && words.every((word) => this.isSafe(word, 3))
      ? words.join(' ')
      : undefined;
  }
}
