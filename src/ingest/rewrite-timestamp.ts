import { strToU8 } from 'fflate';

const key = strToU8('"timestamp"');

/** The same JSON object with another timestamp, without parsing or rebuilding the rest of it. */
export function rewriteTimestamp(json: Uint8Array, timestamp: number): Uint8Array {
  const number = strToU8(String(timestamp));
  const span = findTimestamp(json);
  // Where the key is written with escapes, a second one at the end wins over it.
  const [from, to, text] = span
    ? [span[0], span[1], number]
    : [json.lastIndexOf(0x7d), json.lastIndexOf(0x7d), strToU8(`,"timestamp":${timestamp}`)];
  const out = new Uint8Array(json.length - (to - from) + text.length);
  out.set(json.subarray(0, from));
  out.set(text, from);
  out.set(json.subarray(to), from + text.length);
  return out;
}

/** Where the value of the object's own `timestamp` stands: the last one counts, as in JSON.parse. */
function findTimestamp(json: Uint8Array): readonly [number, number] | undefined {
  let span: readonly [number, number] | undefined;
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i];
    if (byte === 0x22) {
      const end = endOfString(json, i);
      const isKey = depth === 1 && end - i === key.length && key.every((b, k) => json[i + k] === b);
      i = end - 1;
      if (!isKey) continue;
      let at = skipSpace(json, end);
      if (json[at] !== 0x3a) continue;
      const from = (at = skipSpace(json, at + 1));
      while (at < json.length && isNumberByte(json[at] as number)) at += 1;
      if (at > from) span = [from, at];
      i = at - 1;
    } else if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return span;
}

function endOfString(json: Uint8Array, from: number): number {
  let i = from + 1;
  while (i < json.length && json[i] !== 0x22) i += json[i] === 0x5c ? 2 : 1;
  return i + 1;
}

function skipSpace(json: Uint8Array, from: number): number {
  let i = from;
  while (json[i] === 0x20 || json[i] === 0x0a || json[i] === 0x0d || json[i] === 9) i += 1;
  return i;
}

const isNumberByte = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || [0x2b, 0x2d, 0x2e, 0x45, 0x65].includes(byte);
