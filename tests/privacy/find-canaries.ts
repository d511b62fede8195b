/** Looks for planted secrets in bytes: as they are, in any case, encoded, backwards, and in pieces. */
import { pieceLength, piecesOf, type Canary } from './canaries.ts';

export interface Found {
  readonly sink: string;
  readonly form: 'plain' | 'reversed' | 'escaped' | 'hex' | 'base64' | 'key by key';
  /** What stands around it. */
  readonly around: string;
}

type Needles = Map<string, { canary: Canary; form: Found['form'] }>;

const hexOf = (text: string) =>
  [...text].map((each) => each.charCodeAt(0).toString(16).padStart(2, '0')).join('');
const backwards = (text: string) => [...text].reverse().join('');
const base64Length = 7;

/** What stays the same of a piece in base64 whatever surrounds it: one form for each offset. */
function base64Of(piece: string): string[] {
  return [0, 1, 2].map((offset) => {
    const whole = btoa('\0'.repeat(offset) + piece);
    return whole.slice(offset === 0 ? 0 : offset + 1).slice(0, base64Length);
  });
}

const undoEscapes = (text: string) =>
  text
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\\u\{?([0-9a-f]{2,4})\}?/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
    .replace(/\\{1,2}([0-9a-f]{2,6}) ?/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );

export class CanarySearch {
  readonly #plain: Needles = new Map();
  readonly #hex: Needles = new Map();
  readonly #base64: Needles = new Map();
  readonly #whole: readonly Canary[];

  constructor(canaries: readonly Canary[]) {
    this.#whole = canaries.filter((each) => each.kind === 'whole');
    for (const canary of canaries.filter((each) => each.kind === 'text'))
      for (const piece of piecesOf(canary.value)) this.#know(piece, canary);
  }

  /** Every canary that shows, once for each form. */
  find(text: string): Found[] {
    const found = new Map<string, Found>();
    const folded = text.toLowerCase();
    const escaped = undoEscapes(folded);
    const add = (each: Found) => found.set(`${each.form} ${each.sink}`, each);
    const runs = (of: string, pattern: RegExp, size: number, needles: Needles) =>
      scan(of, pattern, size, needles).forEach(add);
    runs(folded, /[a-z0-9]{6,}/g, pieceLength, this.#plain);
    runs(folded, /[0-9a-f]{12,}/g, pieceLength * 2, this.#hex);
    runs(text, /[A-Za-z0-9+/_-]{7,}/g, base64Length, this.#base64);
    if (escaped !== folded)
      for (const each of scan(escaped, /[a-z0-9]{6,}/g, pieceLength, this.#plain))
        if (!found.has(`plain ${each.sink}`)) add({ ...each, form: 'escaped' });
    for (const { sink, value } of this.#whole) {
      const at = folded.indexOf(value.toLowerCase());
      if (at >= 0) add({ sink, form: 'plain', around: around(text, at) });
    }
    return [...found.values()];
  }

  /** The same in parsed data, and in its shortest strings strung together: a text told key by key. */
  findIn(data: unknown): Found[] {
    const shortest: string[] = [];
    const json = JSON.stringify(data, (_, value: unknown) => {
      if (typeof value === 'string' && value.length <= 2) shortest.push(value);
      return value;
    });
    const strung = this.find(shortest.join(''));
    return [
      ...this.find(json),
      ...strung.map((each) => ({ ...each, form: 'key by key' as const })),
    ];
  }

  #know(piece: string, canary: Canary): void {
    this.#plain.set(piece, { canary, form: 'plain' });
    this.#plain.set(backwards(piece), { canary, form: 'reversed' });
    this.#hex.set(hexOf(piece), { canary, form: 'hex' });
    for (const form of base64Of(piece)) this.#base64.set(form, { canary, form: 'base64' });
  }
}

function scan(text: string, pattern: RegExp, size: number, needles: Needles): Found[] {
  const found: Found[] = [];
  if (needles.size === 0) return found;
  for (const run of text.matchAll(pattern))
    for (let at = 0; at + size <= run[0].length; at += 1) {
      const hit = needles.get(run[0].slice(at, at + size));
      if (hit)
        found.push({
          sink: hit.canary.sink,
          form: hit.form,
          around: around(text, run.index + at),
        });
    }
  return found;
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 60), at + 40);

/** The sinks that leaked, for a message a person can act on. */
export const describeFound = (found: readonly Found[]): string[] =>
  found.map(({ sink, form, around }) => `${sink} (${form}): …${around.replace(/\s+/g, ' ')}…`);
