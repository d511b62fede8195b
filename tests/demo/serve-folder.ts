import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface ServedFolder {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Serves a folder of static files under `prefix` on a free port of this machine. */
export async function serveFolder(folder: string, prefix: string): Promise<ServedFolder> {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '').split('?')[0] ?? ''));
    const inside = path.startsWith(prefix) && !path.includes('..');
    const name = path.endsWith('/') ? `${path}index.html` : path;
    try {
      if (!inside) throw new Error(`${path} is outside ${prefix}`);
      const body = await readFile(join(folder, name.slice(prefix.length)));
      response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
