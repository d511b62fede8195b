import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Smaller ones fit into one packet as they are. */
const leastBytes = 1024;
/** Larger ones would take too long and too much memory. */
const mostBytes = 8 * 1024 * 1024;

const squeeze = promisify(gzip);
const kept = new Map<string, { readonly version: string; readonly bytes: Promise<Buffer> }>();

export const isWorthGzip = (contentType: string, size: number): boolean =>
  size >= leastBytes &&
  size <= mostBytes &&
  /^(text\/|image\/svg)|javascript|json|manifest|wasm/.test(contentType);

/** Whether a header `Accept-Encoding` takes gzip. */
export function takesGzip(accepted: string | null): boolean {
  return (accepted ?? '').split(',').some((each) => {
    const [name, ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === 'gzip' && !parameters.some((part) => /^q=0(\.0*)?$/.test(part));
  });
}

/** The file, gzipped: once for each of its versions. */
export function gzipFile(file: string, version: string): Promise<Buffer> {
  const before = kept.get(file);
  if (before?.version === version) return before.bytes;
  const bytes = readFile(file).then((text) => squeeze(text, { level: 9 }));
  kept.set(file, { version, bytes });
  bytes.catch(() => kept.delete(file));
  return bytes;
}
