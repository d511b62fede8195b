import { maxNesting } from './limits.ts';

export const byteOf = {
  newline: 0x0a,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

export const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === byteOf.newline || byte === 0x0d || byte === 9;

const wrapperKey = Array.from('events', (char) => char.charCodeAt(0));

/** Follows one JSON value byte by byte to its end, by counting alone: nothing can overflow it. */
export class ValueScanner {
  depth = 0;
  isTooDeep = false;
  /** A line break stood in it, outside of strings. */
  hadNewline = false;
  #watches = false;
  #inString = false;
  #isEscaped = false;
  /** How much of `events` the key being read has matched; -1 when it is another. */
  #key = -1;
  #keyState: 'none' | 'named' | 'colon' = 'none';

  /** `watches` for the key `events`, which only an outermost object has. */
  start(options: { readonly depth?: number; readonly watches?: boolean } = {}): void {
    this.depth = options.depth ?? 0;
    this.#watches = options.watches === true;
    this.isTooDeep = this.hadNewline = this.#inString = this.#isEscaped = false;
    this.#keyState = 'none';
    this.#key = -1;
  }

  /** Most of a recording is text in strings, of which nothing needs to be known: where it stops. */
  skipText(slice: Uint8Array, from: number): number {
    let i = from;
    if (!this.#inString || this.#isEscaped || this.#key >= 0) return i;
    for (; i < slice.length; i++) {
      const byte = slice[i];
      if (byte === byteOf.quote || byte === byteOf.backslash || byte === byteOf.newline) break;
    }
    return i;
  }

  /** Takes one byte. `opens events` is the list under the key `events` of the outermost object. */
  step(byte: number): 'goes on' | 'ends' | 'opens events' {
    if (this.#inString) return this.#stepInString(byte);
    if (byte === byteOf.quote) {
      this.#inString = true;
      this.#key = this.#watches && this.depth === 1 ? 0 : -1;
    } else if (byte === byteOf.openObject || byte === byteOf.openList) {
      if (byte === byteOf.openList && this.#keyState === 'colon') return 'opens events';
      this.depth += 1;
      if (this.depth > maxNesting) this.isTooDeep = true;
    } else if (byte === byteOf.closeObject || byte === byteOf.closeList) {
      this.depth -= 1;
      if (this.depth === 0) return 'ends';
    } else if (byte === byteOf.newline) this.hadNewline = true;
    if (!isSpace(byte))
      this.#keyState = byte === byteOf.colon && this.#keyState === 'named' ? 'colon' : 'none';
    return 'goes on';
  }

  #stepInString(byte: number): 'goes on' | 'ends' {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === byteOf.backslash) this.#isEscaped = true;
    else if (byte === byteOf.quote) {
      this.#inString = false;
      this.#keyState = this.#key === wrapperKey.length ? 'named' : 'none';
      return this.depth === 0 ? 'ends' : 'goes on';
    }
    if (this.#key >= 0) this.#key = byte === wrapperKey[this.#key] ? this.#key + 1 : -1;
    return 'goes on';
  }
}
