/** The bytes of one atomic write in a shelf's log: whole and unharmed, or not there at all. */
import { crc32 } from 'node:zlib';

/** Stands at the start of every log, so that a later form can be told from this one. */
export const logMark = Buffer.from('TTSHELF1', 'latin1');

/** What a write does, its values as bytes. */
export type ByteChange =
  { readonly put: string; readonly bytes: Uint8Array } | { readonly remove: string };

/** The same as found in a log; a value's place counts from the start of its frame. */
export type FramedChange =
  | { readonly put: string; readonly offset: number; readonly length: number }
  | { readonly remove: string };

type Entry = readonly [key: string, length: number] | readonly [key: string];

/** Length of the frame, checksum of all that follows, length of the list of changes. */
export const headLength = 12;

/** `[head][list of changes as JSON][values, one after another]` */
export function encodeFrame(changes: readonly ByteChange[]): Buffer {
  const entries = changes.map((change): Entry =>
    'put' in change ? [change.put, change.bytes.length] : [change.remove],
  );
  const list = Buffer.from(JSON.stringify(entries));
  const values = changes.flatMap((change) => ('put' in change ? [change.bytes] : []));
  const frame = Buffer.concat([Buffer.alloc(headLength), list, ...values]);
  frame.writeUInt32LE(frame.length, 0);
  frame.writeUInt32LE(list.length, 8);
  frame.writeUInt32LE(crc32(frame.subarray(8)), 4);
  return frame;
}

/** The length that a frame claims for itself; `undefined` where none begins. */
export function claimedLength(head: Buffer): number | undefined {
  if (head.length < headLength) return undefined;
  const length = head.readUInt32LE(0);
  return length > headLength ? length : undefined;
}

/** `undefined`: torn or damaged. */
export function decodeFrame(frame: Buffer): readonly FramedChange[] | undefined {
  if (claimedLength(frame) !== frame.length) return undefined;
  if (crc32(frame.subarray(8)) !== frame.readUInt32LE(4)) return undefined;
  let offset = headLength + frame.readUInt32LE(8);
  const entries = JSON.parse(frame.toString('utf8', headLength, offset)) as readonly Entry[];
  return entries.map(([key, length]): FramedChange => {
    if (length === undefined) return { remove: key };
    const change = { put: key, offset, length };
    offset += length;
    return change;
  });
}
