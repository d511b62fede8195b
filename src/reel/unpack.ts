import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';

/** More than any honest chunk unpacks to, in bytes; one event may have 128 MiB. */
const maxUnpackedBytes = 192 * 1024 * 1024;

export interface Unpacked {
  readonly text: string;
  readonly bytes: number;
}

/** Unpacks a gzip file of text, in bounded memory. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<OutcomeOf<Unpacked>> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const reader = stream.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > maxUnpackedBytes) {
        void reader.cancel();
        return refuse('it unpacks to more than 192 MiB, which no recording does');
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return succeed({ text: text + decoder.decode(), bytes: size });
  } catch {
    return refuse('it is not a gzip file');
  }
}

/** By the browser's own hashing, which is missing on pages served over plain http to another machine. */
export async function checkHash(
  bytes: Uint8Array<ArrayBuffer> | string,
  told: string,
): Promise<OutcomeOf<true>> {
  const given = typeof bytes === 'string' ? (utf8ToBytes(bytes) as Uint8Array<ArrayBuffer>) : bytes;
  const { subtle } = globalThis.crypto ?? {};
  const hash = subtle ? new Uint8Array(await subtle.digest('SHA-256', given)) : sha256(given);
  const found = bytesToHex(hash);
  if (found === told) return succeed(true);
  return refuse(
    `its bytes are not those that were recorded (SHA-256 ${found.slice(0, 12)}… instead of ${told.slice(0, 12)}…)`,
  );
}

export const refuse = <T>(why: string): OutcomeOf<T> => fail({ path: 'object', sentence: why });
