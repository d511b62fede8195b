import { eventTooLarge, maxEventBytes, maxNesting, nestedTooDeep } from './limits.ts';

/** One element of a recording as bytes of JSON, or why there is none. */
export type SplitValue =
  | { readonly kind: 'value'; readonly bytes: Uint8Array }
  | { readonly kind: 'bad'; readonly sentence: string };

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const punctuation = [comma, colon, closeList, closeObject];
const newline = 0x0a;
const wrapperKey = Array.from('events', (char) => char.charCodeAt(0));
const isSpace = (byte: number) => byte === 0x20 || byte === newline || byte === 0x0d || byte === 9;

/**
 * Cuts a stream of JSON into its events without parsing them: the elements of an array, of the
 * array under `events`, or the lines of NDJSON. Knows depth by counting, so nothing can overflow it.
 */
export class ValueSplitter {
  /** Why the rest cannot be read, once that is so. */
  broken: string | undefined;
  count = 0;

  #place: 'top' | 'list' | 'rest' = 'top';
  #isWrapped = false;
  #expects: 'value' | 'value or end' | 'comma or end' = 'value or end';
  #inValue = false;
  #isScalar = false;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #isTooDeep = false;
  #parts: Uint8Array[] = [];
  #held = 0;
  #key = -1;
  #keyState: 'none' | 'named' | 'colon' = 'none';
  #isByLine = false;
  #hadNewline = false;
  #skipsLine = false;
  #offset = 0;
  #isBlank = true;

  push(slice: Uint8Array): SplitValue[] {
    const out: SplitValue[] = [];
    let from = 0;
    for (let i = 0; i < slice.length && this.broken === undefined; i++) {
      const byte = slice[i] as number;
      if (this.#skipsLine) {
        this.#skipsLine = byte !== newline;
      } else if (this.#inValue || this.#place === 'rest') {
        if (byte === newline && this.#endsBadLine()) {
          out.push(this.#bad('The line does not hold a whole JSON value.'));
        } else if (this.#isScalar && (byte === comma || byte === closeList || isSpace(byte))) {
          out.push(this.#take(slice.subarray(from, i)));
          i -= 1;
        } else if (this.#step(byte)) {
          if (this.#place === 'rest') this.#place = 'top';
          else out.push(this.#take(slice.subarray(from, i + 1)));
        }
      } else if (!isSpace(byte)) {
        if (this.#begin(byte, i)) from = i;
        else if (this.#skipsLine) out.push(this.#bad('The line is not JSON.'));
      }
    }
    if (this.#inValue && this.broken === undefined) this.#hold(slice.subarray(from));
    this.#offset += slice.length;
    return out;
  }

  /** Says what is missing when the bytes end here. */
  end(): void {
    if (this.broken !== undefined) return;
    const at = `byte ${this.#offset.toLocaleString('en')}`;
    if (this.#isBlank) this.broken = 'The file is empty.';
    else if (this.#inValue)
      this.broken = `The file ends in the middle of event ${this.count}, at ${at}: it was cut short. Get it again and import it whole.`;
    else if (this.#place !== 'top')
      this.broken = `The list of events is not closed: the file ends after ${this.count} events, at ${at}, so it was cut short. Get it again and import it whole.`;
  }

  /** Starts a value, or handles the punctuation between values; true when a value starts here. */
  #begin(byte: number, i: number): boolean {
    if (this.#isBlank && (byte === 0xef || byte === 0xbb || byte === 0xbf)) return false;
    const wasBlank = this.#isBlank;
    this.#isBlank = false;
    if (this.#place === 'top') {
      if (byte === openList) this.#openList(false);
      if (byte === openList) return false;
      if (byte === openObject || byte === quote) return this.#start(byte);
      if (wasBlank) this.broken = notJson(byte);
      else this.#skipsLine = true;
      return false;
    }
    if (byte === comma && this.#expects === 'comma or end') this.#expects = 'value';
    else if (byte === closeList && this.#expects !== 'value') {
      this.#place = this.#isWrapped ? 'rest' : 'top';
      this.#depth = this.#isWrapped ? 1 : 0;
    } else if (this.#expects !== 'comma or end' && !punctuation.includes(byte))
      return this.#start(byte);
    else
      this.broken = `The file is not valid JSON: after ${this.count} events, at byte ${(this.#offset + i).toLocaleString('en')}, stands “${String.fromCharCode(byte)}” where ${this.#expects === 'comma or end' ? 'a comma or the end of the list' : 'an event'} should be.`;
    return false;
  }

  #start(byte: number): boolean {
    this.#inValue = true;
    this.#isScalar = byte !== openObject && byte !== openList && byte !== quote;
    this.#depth = 0;
    this.#hadNewline = this.#isTooDeep = false;
    this.#keyState = 'none';
    this.#step(byte);
    return true;
  }

  /** Takes one byte into the value; true when it ends there. */
  #step(byte: number): boolean {
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === backslash) this.#isEscaped = true;
      else if (byte === quote) {
        this.#inString = false;
        this.#keyState = this.#key === wrapperKey.length ? 'named' : 'none';
        return this.#depth === 0;
      }
      if (this.#key >= 0) this.#key = byte === wrapperKey[this.#key] ? this.#key + 1 : -1;
      return false;
    }
    if (byte === quote) {
      this.#inString = true;
      this.#key = this.#depth === 1 && this.#place === 'top' ? 0 : -1;
    } else if (byte === openObject || byte === openList) {
      if (byte === openList && this.#keyState === 'colon') {
        this.#openList(true);
        return false;
      }
      this.#depth += 1;
      if (this.#depth > maxNesting) this.#isTooDeep = true;
    } else if (byte === closeObject || byte === closeList) {
      this.#depth -= 1;
      return this.#depth === 0;
    } else if (byte === newline) this.#hadNewline = true;
    if (!isSpace(byte))
      this.#keyState = byte === colon && this.#keyState === 'named' ? 'colon' : 'none';
    return false;
  }

  #openList(isWrapped: boolean): void {
    this.#place = 'list';
    this.#isWrapped = isWrapped;
    this.#expects = 'value or end';
    this.#inValue = false;
    this.#parts = [];
    this.#held = 0;
  }

  #endsBadLine(): boolean {
    return this.#place === 'top' && this.#isByLine;
  }

  #hold(part: Uint8Array): void {
    this.#held += part.length;
    if (this.#held > maxEventBytes) this.broken = eventTooLarge;
    else this.#parts.push(part.slice());
  }

  #take(last: Uint8Array): SplitValue {
    if (this.#isTooDeep) return this.#bad(nestedTooDeep);
    let bytes = last;
    if (this.#parts.length > 0) {
      bytes = new Uint8Array(this.#held + last.length);
      let at = 0;
      for (const part of [...this.#parts, last]) {
        bytes.set(part, at);
        at += part.length;
      }
    }
    if (this.#place === 'top' && !this.#hadNewline) this.#isByLine = true;
    this.#reset();
    return { kind: 'value', bytes };
  }

  #bad(sentence: string): SplitValue {
    this.#reset();
    return { kind: 'bad', sentence };
  }

  #reset(): void {
    this.count += 1;
    this.#parts = [];
    this.#held = 0;
    this.#depth = 0;
    this.#inValue = this.#inString = this.#isEscaped = this.#isScalar = false;
    this.#expects = 'comma or end';
  }
}

function notJson(byte: number): string {
  const start =
    byte > 0x20 && byte < 0x7f ? `“${String.fromCharCode(byte)}”` : `byte 0x${byte.toString(16)}`;
  return `The file is not JSON: it begins with ${start}. Give a JSON array of rrweb events, an object with “events”, or one event on each line.`;
}
