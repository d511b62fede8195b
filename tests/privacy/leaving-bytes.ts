/** All that leaves a recorded page or stays behind in its browser, as text, by the way it takes. */
import { gunzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright';
import { bundleScript } from './bundle-script.ts';
import { textOf, type Sent } from './collecting-server.ts';
import { readKept } from './kept-by-page.ts';

export interface LeavingBytes {
  /** Reads what lies in the page's storage now, too. */
  readKept(page: Page): Promise<void>;
  /** Everything so far, with what the server was sent. */
  all(sent: readonly Sent[]): { readonly way: string; readonly text: string }[];
  /** Requests to anywhere but the page's own site. */
  readonly foreign: readonly string[];
}

/** Bytes that came as base64 between marks, unpacked. */
const unpacked = (text: string) =>
  text.replace(/⟦([^⟧]*)⟧/g, (_, base64: string) => {
    const bytes = Buffer.from(base64, 'base64');
    return bytes[0] === 0x1f && bytes[1] === 0x8b
      ? gunzipSync(bytes).toString('utf8')
      : bytes.toString('latin1');
  });

export async function watchLeavingBytes(
  context: BrowserContext,
  site: string,
): Promise<LeavingBytes> {
  const heard: { way: string; text: string }[] = [];
  const foreign: string[] = [];
  await context.exposeFunction('heardByTap', (way: string, what: string) => {
    heard.push({ way, text: unpacked(what) });
  });
  await context.addInitScript(await bundleScript('./tap-page.ts'));
  context.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(`${site}/`)) foreign.push(url);
  });
  return {
    foreign,
    async readKept(page) {
      for (const kept of await readKept(page)) heard.push({ way: 'kept', text: unpacked(kept) });
    },
    all: (sent) => [
      ...heard,
      ...sent.map(({ method, url, headers, body }) => ({
        way: `${method} ${url}`,
        text: `${decodeURIComponent(url)}\n${headers}\n${textOf(body)}`,
      })),
    ],
  };
}
