import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFile } from './static-files.ts';

let folder: string;
const script = 'export const words = "the same again";\n'.repeat(100);
const picture = Buffer.alloc(5000, 7);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tasktape-static-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/app-Ab12.js'), script);
  await writeFile(join(folder, 'assets/small-Cd34.js'), 'export {};');
  await writeFile(join(folder, 'picture.png'), picture);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = new Request(`http://127.0.0.1${path}`, { method, headers });
  const response = (await serveFile(folder, path, request))!;
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, told: Object.fromEntries(response.headers), bytes };
}

const gzip = { 'accept-encoding': 'br, gzip;q=0.8' };
const app = '/assets/app-Ab12.js';

test('text goes gzipped to whoever takes it so, and as it is to all others', async () => {
  const packed = await ask(app, gzip);
  expect(packed.told).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(packed.bytes.length),
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  expect(gunzipSync(packed.bytes).toString()).toBe(script);
  for (const accepted of ['', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])
    expect(await ask(app, { 'accept-encoding': accepted })).toMatchObject({
      told: { vary: 'Accept-Encoding', 'content-length': String(script.length) },
      bytes: Buffer.from(script),
    });
  expect((await ask(app)).told).not.toHaveProperty('content-encoding');
});

test('each form has a tag of its own, by which it is not sent again', async () => {
  const plain = (await ask(app)).told['etag']!;
  const packed = (await ask(app, gzip)).told['etag']!;
  expect(packed).not.toBe(plain);
  expect(await ask(app, { ...gzip, 'if-none-match': packed })).toMatchObject({
    status: 304,
    bytes: Buffer.alloc(0),
  });
  expect((await ask(app, { ...gzip, 'if-none-match': plain })).status).toBe(200);
  expect((await ask(app, { 'if-none-match': plain })).status).toBe(304);
});

test('only the head is answered where only that is asked for', async () => {
  const { bytes } = await ask(app, gzip);
  expect(await ask(app, gzip, 'HEAD')).toMatchObject({
    told: { 'content-encoding': 'gzip', 'content-length': String(bytes.length) },
    bytes: Buffer.alloc(0),
  });
});

test('pictures and what is small go as they are', async () => {
  expect(await ask('/picture.png', gzip)).toMatchObject({ bytes: picture });
  for (const path of ['/picture.png', '/assets/small-Cd34.js']) {
    const { told } = await ask(path, gzip);
    expect(told).not.toHaveProperty('content-encoding');
    expect(told).not.toHaveProperty('vary');
  }
});

test('a file that was built anew is gzipped anew', async () => {
  const path = '/assets/app-Ef56.js';
  await writeFile(join(folder, path), script);
  await ask(path, gzip);
  await writeFile(join(folder, path), script.toUpperCase());
  await utimes(join(folder, path), new Date(), new Date(Date.now() + 5000));
  expect(gunzipSync((await ask(path, gzip)).bytes).toString()).toBe(script.toUpperCase());
});
