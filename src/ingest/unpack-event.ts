import { Unzlib, strFromU8, strToU8 } from 'fflate';
import { joinBytes } from './join-bytes.ts';
import { eventTooLarge, maxEventBytes } from './limits.ts';

/** The JSON in an event packed by rrweb's packer: zlib bytes written as a Latin-1 string. */
export function unpackEvent(packed: string): { bytes: Uint8Array } | { sentence: string } {
  const parts: Uint8Array[] = [];
  let length = 0;
  const unzlib = new Unzlib((part) => {
    parts.push(part);
    length += part.length;
    if (length > maxEventBytes) throw new RangeError(eventTooLarge);
  });
  try {
    const zipped = strToU8(packed, true);
    for (let at = 0; at < zipped.length; at += step)
      unzlib.push(zipped.subarray(at, at + step), at + step >= zipped.length);
  } catch (error) {
    return { sentence: error instanceof RangeError ? error.message : notPacked };
  }
  if (length === 0) return { sentence: notPacked };
  return { bytes: joinBytes(parts) };
}

const step = 16 * 1024;
const notPacked = 'It is a string, but not an event packed by rrweb’s packer.';

export const textOfBytes = (bytes: Uint8Array): string => strFromU8(bytes);
