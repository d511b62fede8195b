/** Pages that let nothing in but what comes from their own site, with a field and a few links. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StrictSite {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const page = (name: string) => `<!doctype html><html lang="en"><head><title>${name}</title></head>
<body><h1>${name}</h1><label>Note <input id="note" /></label><label>Secret <input id="secret" type="password" /></label>
<button id="save">Save</button><a href="/second">Second</a><p id="said"></p><script src="/page.js"></script></body></html>`;

const script = `document.getElementById('save').addEventListener('click', () => {
  document.getElementById('said').textContent = 'Saved';
});`;

export async function startStrictSite(): Promise<StrictSite> {
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', "default-src 'self'");
    if (request.url === '/page.js') {
      response.setHeader('content-type', 'text/javascript');
      return response.end(script);
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(page(request.url === '/second' ? 'Second page' : 'First page'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
