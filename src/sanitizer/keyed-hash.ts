/** HMAC-SHA-256 with the key taken in once. Thousands of short values are hashed while a page's
 * first snapshot waits, so it works on words and makes no objects. */

const constants = new Int32Array(64);
const initial = new Int32Array(8);
fillConstants();

const schedule = new Int32Array(64);

export class KeyedHash {
  readonly #inner: Int32Array;
  readonly #outer: Int32Array;

  constructor(key: string) {
    const bytes = utf8(key);
    const block = new Uint8Array(64);
    block.set(bytes.length > 64 ? toBytes(digest(initial, bytes, 0)) : bytes);
    this.#inner = absorb(block.map((byte) => byte ^ 0x36));
    this.#outer = absorb(block.map((byte) => byte ^ 0x5c));
  }

  /** The eight words of the authentication code. */
  words(message: string): Int32Array {
    const inner = digest(this.#inner, utf8(message), 64);
    return digest(this.#outer, toBytes(inner), 64);
  }
}

function absorb(block: Uint8Array): Int32Array {
  const state = initial.slice();
  compress(state, block, 0);
  return state;
}

/** Carries `bytes` into a copy of `from`, which has taken `before` bytes already. */
function digest(from: Int32Array, bytes: Uint8Array, before: number): Int32Array {
  const state = from.slice();
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const bits = (bytes.length + before) * 8;
  for (let i = 0; i < 4; i++) padded[padded.length - 1 - i] = bits >>> (8 * i);
  for (let at = 0; at < padded.length; at += 64) compress(state, padded, at);
  return state;
}

function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  const w = schedule;
  for (let i = 0; i < 16; i++) {
    const j = at + i * 4;
    w[i] = (bytes[j]! << 24) | (bytes[j + 1]! << 16) | (bytes[j + 2]! << 8) | bytes[j + 3]!;
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}

const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n));

function toBytes(words: Int32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  for (let i = 0; i < bytes.length; i++) bytes[i] = words[i >> 2]! >>> (24 - 8 * (i & 3));
  return bytes;
}

/** A lone surrogate counts as the replacement character, as everywhere on the web. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return Uint8Array.from(bytes);
}

const tail = (point: number) => 0x80 | (point & 0x3f);

/** The first bits of the roots of the first primes, as FIPS 180-4 defines them. */
function fillConstants(): void {
  const fraction = (root: number) => (root - Math.floor(root)) * 2 ** 32;
  for (let n = 2, count = 0; count < 64; n++) {
    if (!isPrime(n)) continue;
    if (count < 8) initial[count] = fraction(Math.sqrt(n));
    constants[count++] = fraction(Math.cbrt(n));
  }
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}
