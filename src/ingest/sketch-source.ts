import { strToU8 } from 'fflate';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { RecordingSource } from './recording-source.ts';

/** A file that lies in memory, handed out in slices as a disk would. */
export function sketchSource(
  content: readonly RecordedEvent[] | string | Uint8Array,
  options: { readonly name?: string; readonly sliceBytes?: number } = {},
): RecordingSource {
  const bytes =
    content instanceof Uint8Array
      ? content
      : strToU8(typeof content === 'string' ? content : JSON.stringify(content));
  const step = options.sliceBytes ?? 64 * 1024;
  return {
    name: options.name ?? 'sketch.json',
    size: bytes.length,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
    },
  };
}
