/** Small sites to walk through, each on a port of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WalkSite {
  readonly origin: string;
  close(): Promise<void>;
}

const page = (title: string) => `<!doctype html><html lang="en"><title>${title}</title>
<label>Note <input name="note"></label>
<a href="/basket">Basket</a>
<button onclick="window.open('/window')">Window</button>`;

/** `acts` are done when their address is asked for, before it is answered. */
export async function serveSite(
  title: string,
  acts: Readonly<Record<string, () => Promise<void>>> = {},
): Promise<WalkSite> {
  const server = createServer((request, response) => {
    const act = acts[request.url ?? ''] ?? (() => Promise.resolve());
    void act().then(
      () =>
        response
          .writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            // As strict as a site can be: no worker, no request of ours would get through.
            'content-security-policy':
              "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'",
          })
          .end(page(title)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
