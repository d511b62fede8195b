/** Makes the secrets a test plants: random-looking, no two share a piece of six characters, and no piece
 * is digits alone, which a time or a size might hold by chance. */
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
      const value = Array.from({ length }, (_, at) => this.#character(at, digitShare)).join('');
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

  #character(at: number, digitShare: number): string {
    const from = at > 0 && this.#random.chance(digitShare) ? digits : letters;
    return from[Math.floor(this.#random.next() * from.length)]!;
  }
}
