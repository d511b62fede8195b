import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded, type Embedded } from '../embedded.ts';
import { temporaryFolder } from './temporary-folder.ts';

const built = {
  'app/index.html': '<!doctype html><title>Workbench</title>',
  'assets/app-Ab12.js': 'export const app = 1;',
  'assets/replay-Cd34.js': 'export const replay = 1;',
  'assets/replay-Ef56.css': '.stage { color: red }',
  'demo/index.html': '<!doctype html><title>Order desk</title>',
  'frame/preview.html':
    '<!doctype html><head><script type="module" src="/assets/p.js"></script></head>',
  'frame/replay.html':
    '<!doctype html><head><script type="module" crossorigin src="/assets/replay-Cd34.js"></script>' +
    '<link rel="modulepreload" crossorigin href="/assets/app-Ab12.js">' +
    '<link rel="stylesheet" crossorigin href="/assets/replay-Ef56.css"></head>',
};

const embedIn = ['https://wiki.example', 'http://127.0.0.1:8080'];
let server: Embedded;
const folder = temporaryFolder();
const webDir = join(folder, 'web');

beforeAll(async () => {
  for (const [name, text] of Object.entries(built)) {
    mkdirSync(dirname(join(webDir, name)), { recursive: true });
    writeFileSync(join(webDir, name), text);
  }
  writeFileSync(`${webDir}-secret.txt`, 'not to be served');
  mkdirSync(join(folder, 'recorder'));
  writeFileSync(join(folder, 'recorder/recorder.js'), 'export const recorder = 1;');
  server = await startEmbedded({ webDir, demo: true, embedIn });
});
afterAll(() => server?.stop());

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
const replay = (path: string) => fetch(new URL(path, server.replayUrl));

/** As fetch, but with a path that is not tidied and a `Host` of one's own. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on('error', reject).end();
  });
}

test('addresses of the app answer its page, files themselves, absent files 404', async () => {
  for (const path of ['/', '/p/order-desk/sessions', '/sign-in'])
    expect(await (await get(path)).text()).toBe(built['app/index.html']);
  expect(await (await get('/demo/')).text()).toBe(built['demo/index.html']);
  expect((await get('/demo')).url).toBe(`${server.url}/demo/`);
  expect((await get('/assets/none.js')).status).toBe(404);
  const script = await get('/assets/app-Ab12.js');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const page = await get('/');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const again = await get('/', { headers: { 'if-none-match': page.headers.get('etag')! } });
  expect(again.status).toBe(304);
});

test('nothing outside the built app is served', async () => {
  const name = `${webDir}-secret.txt`.split('/').at(-1)!;
  for (const path of [
    `/../${name}`,
    `/..%2f${name}`,
    `/assets/../../${name}`,
    `/%2e%2e/${name}`,
    '/%00',
  ])
    expect((await ask(path)).text).not.toContain('not to be served');
});

test('the app’s pages carry their policy', async () => {
  const { origin } = new URL(server.replayUrl);
  for (const path of ['/', '/demo/', '/config.json', '/assets/none.js']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'self'; connect-src 'self' ${server.url}; frame-src ${origin}; ` +
        "img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; " +
        "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('one session may be framed by the named sites, and no page with more to click', async () => {
  const ancestorsOf = async (path: string) =>
    /frame-ancestors (.*)$/.exec((await get(path)).headers.get('content-security-policy')!)![1];
  const page = await get('/embed/order-desk/sessions/4f2a?as=reviewer&t=2000');
  expect(await page.text()).toBe(built['app/index.html']);
  expect(await ancestorsOf('/embed/order-desk/sessions/4f2a?as=reviewer')).toBe(
    `'self' ${embedIn.join(' ')}`,
  );
  for (const path of [
    '/embed',
    '/embed/order-desk/sessions',
    '/embed/order-desk/sessions/4f2a/',
    '/embed/order-desk/sessions/4f2a/more',
    '/embed/order-desk/review/4f2a',
    '/p/order-desk/sessions/4f2a',
    '/p/embed/x/sessions/1',
    '/assets/none.js',
  ])
    expect(await ancestorsOf(path), path).toBe("'none'");
});

test('config.json says where everything is, by the name the reader used', async () => {
  const { port } = new URL(server.url);
  const replayPort = new URL(server.replayUrl).port;
  for (const name of ['127.0.0.1', 'localhost'])
    expect(JSON.parse((await ask('/config.json', { host: `${name}:${port}` })).text)).toEqual({
      supabaseUrl: `http://${name}:${port}`,
      publishableKey: server.keys.publishableKey,
      replayUrl: `http://${name}:${replayPort}/frame/replay.html`,
      demo: true,
    });
});

test('demo people are told on this machine only', async () => {
  const { port } = new URL(server.url);
  const host = `127.0.0.1:${port}`;
  const people = JSON.parse((await ask('/demo-people.json', { host })).text) as object[];
  expect(people).toEqual(server.demoPeople);
  expect((await ask('/demo-people.json', { host, 'x-forwarded-for': '8.8.8.8' })).status).toBe(404);
  expect((await ask('/demo-people.json', { host, forwarded: 'for=8.8.8.8' })).status).toBe(404);
  expect((await get('/demo-people.json')).headers.has('access-control-allow-origin')).toBe(false);
});

test('a name that was made to point here is not answered', async () => {
  for (const path of ['/config.json', '/demo-people.json', '/rest/v1/projects'])
    expect((await ask(path, { host: 'rebound.example.test' })).status).toBe(421);
});

test('the replay frame has an origin, a policy and a nonce of its own', async () => {
  const first = await replay('/frame/replay.html');
  const text = await first.text();
  const policy = first.headers.get('content-security-policy')!;
  const nonce = /'nonce-([^']+)'/.exec(policy)![1];
  expect(policy).toBe(
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data: blob:; ` +
      "font-src data:; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; " +
      `form-action 'none'; frame-ancestors ${server.url}`,
  );
  expect(first.headers.get('referrer-policy')).toBe('no-referrer');
  expect(first.headers.get('x-content-type-options')).toBe('nosniff');
  expect(first.headers.get('permissions-policy')).toMatch(/camera=\(\).*microphone=\(\)/);
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(text).toContain(`<script nonce="${nonce}" type="module"`);
  expect(text).toContain(`<link rel="modulepreload" nonce="${nonce}"`);
  expect(text).toContain('<style>.stage { color: red }</style>');
  expect(text).not.toContain('stylesheet');
  const second = await (await replay('/frame/replay.html')).text();
  expect(second).not.toContain(nonce);
});

test('the preview is held by the same policy, and may stand in the frames that are allowed', async () => {
  const preview = await replay('/frame/preview.html');
  const whole = await replay('/frame/replay.html');
  const withoutNonce = ({ headers }: Response) =>
    headers.get('content-security-policy')?.replace(/'nonce-[^']+'/, '');
  expect(withoutNonce(preview)).toBe(`${withoutNonce(whole)} ${embedIn.join(' ')}`);
  expect(withoutNonce(whole)).toMatch(new RegExp(`; frame-ancestors ${server.url}$`));
  expect(await preview.text()).toMatch(/<script nonce="[^"]+" type="module"/);
  expect((await get('/frame/preview.html')).status).toBe(404);
});

test('each origin keeps to its own', async () => {
  expect((await get('/frame/replay.html')).status).toBe(404);
  expect((await replay('/assets/replay-Cd34.js')).status).toBe(200);
  for (const path of ['/', '/config.json', '/demo-people.json', '/demo/', '/rest/v1/projects'])
    expect((await replay(path)).status).toBe(404);
});

test('the recorder is there for the pages of any site, and nothing else is', async () => {
  const recorder = await get('/recorder/recorder.js', { headers: { origin: 'https://desk.test' } });
  expect(await recorder.text()).toBe('export const recorder = 1;');
  expect(recorder.headers.get('access-control-allow-origin')).toBe('*');
  expect(recorder.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(recorder.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const absent = await get('/recorder/recorder.iife.js');
  expect(absent.status).toBe(404);
  expect(await absent.text()).toMatch(/npm run build makes it/);
  expect((await ask('/recorder/../web/app/index.html')).text).not.toContain('Workbench');
  expect((await get('/recorder/recorder.js', { method: 'POST' })).status).toBe(405);
  expect((await get('/')).headers.has('access-control-allow-origin')).toBe(false);
});

test('a page of the demo may run the recorder', async () => {
  const policy = (await get('/demo/')).headers.get('content-security-policy')!;
  for (const part of ["default-src 'self'", "connect-src 'self'", "worker-src 'self' blob:"])
    expect(policy).toContain(part);
});
