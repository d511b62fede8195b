/** A site of its own origin for tests: fixed files, and whatever a path asks for besides. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SiteFile {
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Site {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

export const html = (body: string): SiteFile => ({ type: 'text/html; charset=utf-8', body });
export const script = (body: string | Buffer): SiteFile => ({ type: 'text/javascript', body });

export async function serveSite(
  fileAt: (path: string) => SiteFile | undefined | Promise<SiteFile | undefined>,
): Promise<Site> {
  const server = createServer(async (request, response) => {
    const file = await fileAt(new URL(request.url ?? '/', 'http://site').pathname);
    if (file) {
      response.writeHead(200, { 'content-type': file.type, ...file.headers }).end(file.body);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
