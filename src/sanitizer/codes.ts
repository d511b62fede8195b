import { fitPlaceholder } from './fit-placeholder.ts';
import { KeyedHash } from './keyed-hash.ts';

/** Without I and O, which read like digits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const maxRemembered = 20_000;

/**
 * Short codes that stand for values: the same value and salt give the same code in every tab and
 * after every reload, and without the salt nobody can tell which value it was.
 */
export class Codes {
  readonly #hash: KeyedHash;
  readonly #known = new Map<string, string>();

  constructor(salt: string) {
    this.#hash = new KeyedHash(salt);
  }

  /** Eight characters; whoever needs fewer takes the first. */
  of(value: string): string {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const [high = 0, low = 0] = this.#hash.words(value);
    let code = '';
    for (let i = 0; i < 6; i++) code += alphabet[(high >>> (i * 5)) & 31];
    for (let i = 0; i < 2; i++) code += alphabet[(low >>> (i * 5)) & 31];
    if (this.#known.size >= maxRemembered) this.#known.clear();
    this.#known.set(value, code);
    return code;
  }

  /** A value in a text: `‹EMAIL_7KQ2›`, at about its width. */
  placeholder(kind: string, value: string): string {
    return fitPlaceholder(kind, this.of(value), value);
  }
}
