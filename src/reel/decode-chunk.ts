import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** From a chunk's bytes to its events, or why not. Hashes in plain code: the browser's own hashing
 * is missing on pages served over plain http to another machine. */
export async function decodeChunk(
  bytes: Uint8Array<ArrayBuffer>,
  hash: string,
): Promise<OutcomeOf<readonly RecordedEvent[]>> {
  const found = bytesToHex(sha256(bytes));
  if (found !== hash)
    return refuse(
      `its bytes are not those that were recorded (SHA-256 ${found.slice(0, 12)}… instead of ${hash.slice(0, 12)}…)`,
    );
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const events: unknown = await new Response(stream).json();
    if (!Array.isArray(events)) return refuse('it does not hold a list of events');
    return succeed(events as readonly RecordedEvent[]);
  } catch {
    return refuse('it is not a gzip file of JSON events');
  }
}

const refuse = (why: string) => fail<readonly RecordedEvent[]>({ path: 'chunk', sentence: why });
