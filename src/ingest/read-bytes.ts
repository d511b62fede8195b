import { Gunzip } from 'fflate';
import { joinBytes } from './join-bytes.ts';
import {
  bomb,
  bombFloorBytes,
  maxJsonBytes,
  maxPackRatio,
  tooLarge,
  tooMuchJson,
} from './limits.ts';
import type { AbortSignalLike, RecordingSource } from './recording-source.ts';
import { refuseFile } from './refusal.ts';

export interface ReadOptions {
  /** Sees the file's own bytes, and how many there were so far. */
  readonly onFileBytes?: (slice: Uint8Array, done: number) => void;
  readonly signal?: AbortSignalLike;
  /** How much may be unpacked before its ratio is looked at. */
  readonly bombFloor?: number;
}

/** Small enough that even a bomb yields some 16 MB before its size is looked at. */
const gunzipStep = 16 * 1024;

/** The JSON bytes of a file, unpacked when gzipped, and no more of them than the limits allow. */
export async function* readBytes(
  source: RecordingSource,
  options: ReadOptions = {},
): AsyncGenerator<Uint8Array> {
  if (source.size > maxJsonBytes) throw refuseFile(tooLarge);
  let done = 0;
  let unpacked = 0;
  let gunzip: Gunzip | undefined;
  let members = 1;
  let tail = new Uint8Array(0);
  const ready: Uint8Array[] = [];
  const unpack = (slice: Uint8Array, isLast: boolean) => {
    try {
      gunzip?.push(slice, isLast);
    } catch {
      throw refuseFile(
        isLast
          ? 'The gzip data ends too early: the file was cut short. Get it again and import it whole.'
          : 'The gzip data is damaged and cannot be unpacked. Get the file again.',
      );
    }
  };
  function* checked(): Generator<Uint8Array> {
    for (const slice of ready.splice(0)) {
      unpacked += slice.length;
      if (unpacked > maxJsonBytes) throw refuseFile(gunzip ? tooMuchJson : tooLarge);
      if (
        gunzip &&
        unpacked > (options.bombFloor ?? bombFloorBytes) &&
        unpacked > done * maxPackRatio
      )
        throw refuseFile(bomb);
      if (slice.length > 0) yield slice;
    }
  }
  for await (const slice of joinFirstBytes(source.open())) {
    if (options.signal?.aborted) throw refuseFile('Reading was cancelled.');
    if (done === 0 && slice[0] === 0x1f && slice[1] === 0x8b) {
      gunzip = new Gunzip((data) => ready.push(data));
      gunzip.onmember = () => (members += 1);
    }
    done += slice.length;
    tail = joinBytes([tail, slice.subarray(-4)]).slice(-4);
    options.onFileBytes?.(slice, done);
    if (gunzip === undefined) {
      ready.push(slice);
      yield* checked();
    } else
      for (let at = 0; at < slice.length; at += gunzipStep) {
        unpack(slice.subarray(at, at + gunzipStep), false);
        yield* checked();
      }
  }
  if (gunzip !== undefined) unpack(new Uint8Array(0), true);
  yield* checked();
  if (gunzip !== undefined && members === 1 && unpackedSize(tail) !== unpacked % 2 ** 32)
    throw refuseFile(
      'The gzip data is damaged or was cut short. Get the file again and import it whole.',
    );
}

/** What a gzip file ends with: its unpacked size modulo 2³² (RFC 1952, ISIZE). */
function unpackedSize(tail: Uint8Array): number | undefined {
  return tail.length < 4 ? undefined : new DataView(tail.buffer).getUint32(0, true);
}

/** The two bytes that tell gzip must not be torn apart by a source that trickles. */
async function* joinFirstBytes(slices: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  let isFirst = true;
  for await (const slice of slices) {
    if (slice.length === 0) continue;
    if (isFirst && held === undefined && slice.length === 1) {
      held = slice;
      continue;
    }
    isFirst = false;
    if (held === undefined) yield slice;
    else {
      const joined = joinBytes([held, slice]);
      held = undefined;
      yield joined;
    }
  }
  if (held !== undefined) yield held;
}
