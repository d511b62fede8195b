/** Makes the secrets a test plants: random-looking, and no two share a piece of six characters. No piece
 * is digits alone, which a time may hold by chance, and each holds a sign that the sanitizer's random
 * codes never do. */
import { SeededRandom } from '#tests/demo/seeded-random.ts';

/** `text` is searched for in pieces as well; `whole` (a date, a colour) only as it stands. */
export interface Canary {
  readonly sink: string;
  readonly value: string;
  readonly kind: 'text' | 'whole';
}

export const pieceLength = 6;
const length = 14;
// No vowels, no hexadecimal letters, and no x, which masks are made of: no word, hash or mask holds a
// piece of these.
const letters = 'ghjklmnpqrstvwz';
const digits = '23456789';
/** Not in the alphabet of `Codes`; of letters and of digits. */
const signs = { letters: 'o', digits: '01' };
const withoutSign = /^[^o01]+$/;

export function piecesOf(value: string): string[] {
  return Array.from({ length: value.length - pieceLength + 1 }, (_, at) =>
    value.slice(at, at + pieceLength),
  );
}

export class Canaries {
  readonly all: Canary[] = [];
  readonly #random: SeededRandom;
  readonly #pieces = new Set<string>();

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
  }

  /** A new secret, starting with a letter, so that it may also be a name. */
  plant(sink: string): string {
    for (;;) {
      // Half of them are letters only, like people's names.
      const digitShare = this.#random.chance(0.5) ? 0.35 : 0;
      let value = '';
      while (value.length < length) value += this.#next(value, digitShare);
      const pieces = piecesOf(value);
      if (pieces.some((piece) => this.#pieces.has(piece) || /^\d+$/.test(piece))) continue;
      for (const piece of pieces) this.#pieces.add(piece);
      this.all.push({ sink, value, kind: 'text' });
      return value;
    }
  }

  /** A secret in a form of its own, such as a date. */
  plantWhole(sink: string, value: string): string {
    this.all.push({ sink, value, kind: 'whole' });
    return value;
  }

  #next(before: string, digitShare: number): string {
    const isDigit = before.length > 0 && this.#random.chance(digitShare);
    const isDue = withoutSign.test(before.slice(1 - pieceLength).padEnd(pieceLength - 1, 'o'));
    const from = isDue ? signs[isDigit ? 'digits' : 'letters'] : isDigit ? digits : letters;
    return from[Math.floor(this.#random.next() * from.length)]!;
  }
}
