import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { gzipFile, isWorthGzip, takesGzip } from './gzip-text.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The file at `path` of the built app, or `undefined` where there is none; text goes gzipped to whoever
 * takes it so. */
export async function serveFile(
  folder: string,
  path: string,
  request: Request,
): Promise<Response | undefined> {
  const file = locate(folder, path);
  if (file === undefined) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const contentType = contentTypes[extname(file)] ?? 'application/octet-stream';
  const mayGzip = isWorthGzip(contentType, found.size);
  const isGzip = mayGzip && takesGzip(request.headers.get('accept-encoding'));
  const version = `${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}`;
  const headers = {
    'Content-Type': contentType,
    // What vite puts in assets carries a hash of its content in its name.
    'Cache-Control': path.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    // Other bytes, another tag.
    ETag: `"${version}${isGzip ? '-gzip' : ''}"`,
    ...(mayGzip && { Vary: 'Accept-Encoding' }),
    ...(isGzip && { 'Content-Encoding': 'gzip' }),
  };
  if (request.headers.get('if-none-match') === headers.ETag)
    return new Response(undefined, { status: 304, headers });
  if (isGzip) {
    const bytes = await gzipFile(file, version);
    return new Response(request.method === 'HEAD' ? undefined : new Uint8Array(bytes), {
      headers: { ...headers, 'Content-Length': String(bytes.length) },
    });
  }
  const sized = { ...headers, 'Content-Length': String(found.size) };
  if (request.method === 'HEAD' || found.size === 0)
    return new Response(undefined, { headers: sized });
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers: sized });
}

function locate(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const file = join(folder, normalize(decoded));
  return file.startsWith(folder + sep) ? file : undefined;
}
