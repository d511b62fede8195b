import { joinBytes } from './join-bytes.ts';
import { eventTooLarge, maxEventBytes, nestedTooDeep } from './limits.ts';
import { byteOf, isSpace, ValueScanner } from './value-scanner.ts';

/** One element of a recording as bytes of JSON, or why there is none. */
export type SplitValue =
  | { readonly kind: 'value'; readonly bytes: Uint8Array }
  | { readonly kind: 'bad'; readonly sentence: string };

const { newline, quote, comma, colon, openList, closeList, openObject, closeObject } = byteOf;
const punctuation: readonly number[] = [comma, colon, closeList, closeObject];

/**
 * Cuts a stream of JSON into its events without parsing them: the elements of an array, of the
 * array under `events`, or the lines of NDJSON.
 */
export class ValueSplitter {
  /** Why the rest cannot be read, once that is so. */
  broken: string | undefined;
  count = 0;

  readonly #scanner = new ValueScanner();
  /** `rest` is what follows the list of a wrapper. */
  #place: 'top' | 'list' | 'rest' = 'top';
  #isWrapped = false;
  #expects: 'value' | 'value or end' | 'comma or end' = 'value or end';
  #inValue = false;
  #isScalar = false;
  #parts: Uint8Array[] = [];
  #held = 0;
  /** One value stood on a line of its own, so a line that holds no whole value is bad by itself. */
  #isByLine = false;
  #skipsLine = false;
  #offset = 0;
  #isBlank = true;

  push(slice: Uint8Array): SplitValue[] {
    const out: SplitValue[] = [];
    let from = 0;
    for (let i = 0; i < slice.length && this.broken === undefined; i++) {
      i = this.#scanner.skipText(slice, i);
      if (i === slice.length) break;
      const byte = slice[i] as number;
      if (this.#skipsLine) {
        this.#skipsLine = byte !== newline;
      } else if (this.#inValue || this.#place === 'rest') {
        if (byte === newline && this.#place === 'top' && this.#isByLine) {
          out.push(this.#bad('The line does not hold a whole JSON value.'));
        } else if (this.#isScalar && (byte === comma || byte === closeList || isSpace(byte))) {
          out.push(this.#take(slice.subarray(from, i)));
          i -= 1;
        } else {
          const step = this.#scanner.step(byte);
          if (step === 'opens events') this.#openList(true);
          else if (step === 'ends' && this.#place === 'rest') this.#place = 'top';
          else if (step === 'ends') out.push(this.#take(slice.subarray(from, i + 1)));
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
    if (this.#isBlank && byteOrderMark.includes(byte)) return false;
    const wasBlank = this.#isBlank;
    this.#isBlank = false;
    if (this.#place === 'top') {
      if (byte === openObject || byte === quote) return this.#start(byte);
      if (byte === openList) this.#openList(false);
      else if (wasBlank) this.broken = notJson(byte);
      else this.#skipsLine = true;
      return false;
    }
    if (byte === comma && this.#expects === 'comma or end') this.#expects = 'value';
    else if (byte === closeList && this.#expects !== 'value') {
      this.#place = this.#isWrapped ? 'rest' : 'top';
      this.#scanner.start({ depth: this.#isWrapped ? 1 : 0 });
    } else if (this.#expects !== 'comma or end' && !punctuation.includes(byte))
      return this.#start(byte);
    else
      this.broken = `The file is not valid JSON: after ${this.count} events, at byte ${(this.#offset + i).toLocaleString('en')}, stands “${String.fromCharCode(byte)}” where ${this.#expects === 'comma or end' ? 'a comma or the end of the list' : 'an event'} should be.`;
    return false;
  }

  #start(byte: number): true {
    this.#inValue = true;
    this.#isScalar = byte !== openObject && byte !== openList && byte !== quote;
    this.#scanner.start({ watches: this.#place === 'top' });
    this.#scanner.step(byte);
    return true;
  }

  #openList(isWrapped: boolean): void {
    this.#place = 'list';
    this.#isWrapped = isWrapped;
    this.#expects = 'value or end';
    this.#inValue = false;
    this.#parts = [];
    this.#held = 0;
  }

  #hold(part: Uint8Array): void {
    this.#held += part.length;
    if (this.#held > maxEventBytes) this.broken = eventTooLarge;
    else this.#parts.push(part.slice());
  }

  #take(last: Uint8Array): SplitValue {
    if (this.#scanner.isTooDeep) return this.#bad(nestedTooDeep);
    const bytes = this.#parts.length === 0 ? last : joinBytes([...this.#parts, last]);
    if (this.#place === 'top' && !this.#scanner.hadNewline) this.#isByLine = true;
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
    this.#inValue = this.#isScalar = false;
    this.#scanner.start();
    this.#expects = 'comma or end';
  }
}

const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

function notJson(byte: number): string {
  const start =
    byte > 0x20 && byte < 0x7f ? `“${String.fromCharCode(byte)}”` : `byte 0x${byte.toString(16)}`;
  return `The file is not JSON: it begins with ${start}. Give a JSON array of rrweb events, an object with “events”, or one event on each line.`;
}
