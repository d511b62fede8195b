import { diffValues } from './diff-values.ts';

/** A value this long that becomes one character was selected and typed over, even where the first
 * or last character stayed what it was. */
const typedOver = 3;
/** A value that goes at once was taken by the page when nothing was typed after it. */
const takenAtOnce = 2;

interface Written {
  readonly text: string;
  readonly value: string;
}

/** What of a field's value was written since it was entered, told from one value to the next. */
export class TypedValue {
  #value: string;
  #isOwn: boolean[];
  #taken: Written | undefined;

  constructor(before: string) {
    this.#value = before;
    this.#isOwn = new Array<boolean>(before.length).fill(false);
  }

  get value(): string {
    return this.#value;
  }

  /** The characters that were written and stayed, and the value they stood in. */
  get written(): Written {
    return this.#taken ?? { text: this.#own, value: this.#value };
  }

  become(after: string): void {
    const { at, removed, inserted } = diffValues(this.#value, after);
    const text = this.#own;
    const isTaken = after === '' && removed.length >= takenAtOnce && text !== '';
    this.#taken = isTaken ? { text, value: this.#value } : undefined;
    if (after.length === 1 && this.#value.length >= typedOver) this.#isOwn = [true];
    else {
      const written = new Array<boolean>(inserted.length).fill(true);
      this.#isOwn = [
        ...this.#isOwn.slice(0, at),
        ...written,
        ...this.#isOwn.slice(at + removed.length),
      ];
    }
    this.#value = after;
  }

  get #own(): string {
    let own = '';
    for (const [i, isOwn] of this.#isOwn.entries()) if (isOwn) own += this.#value[i] ?? '';
    return own;
  }
}
