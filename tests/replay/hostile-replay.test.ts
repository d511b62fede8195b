import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserLaunchOptions } from '../browser.ts';
import type { HostileHarness } from './hostile-harness.ts';
import { hostileRecording } from './hostile-recording.ts';
import { serveBuild, type Dressed, type ServedBuild } from './serve-build.ts';

declare const harness: HostileHarness;

const nonce = 'only-in-this-test';
let browser: Browser;
let app: ServedBuild;
let replay: ServedBuild;
let bare: ServedBuild;
let attacker: Server;
let attackerOrigin: string;
/** Paths asked of the attacker, and connections opened to it without asking anything. */
let reached: string[] = [];
let connections = 0;

/** As the embedded server sends it. */
function guarded(path: string, body: Buffer): Dressed {
  if (!path.endsWith('replay.html')) return { body, headers: {} };
  const policy = [
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data: blob:`,
    `font-src data:; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'`,
    `form-action 'none'; frame-ancestors ${app.origin}`,
  ];
  return {
    body: body.toString().replaceAll(/<(script|link)/g, `<$1 nonce="${nonce}"`),
    headers: { 'content-security-policy': policy.join('; ') },
  };
}

/** Without any policy, to show that the recording does bite. */
function unguarded(path: string, body: Buffer): Dressed {
  if (!path.endsWith('replay.html')) return { body, headers: {} };
  return {
    body: body.toString().replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
    headers: {},
  };
}

beforeAll(async () => {
  attacker = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  attacker.on('connection', () => (connections += 1));
  await new Promise<void>((done) => attacker.listen(0, '127.0.0.1', done));
  attackerOrigin = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}`;
  app = await serveBuild(resolve('tests/replay'), ['hostile-harness.html']);
  replay = await serveBuild(resolve('src'), ['replay/replay.html'], guarded);
  bare = await serveBuild(resolve('src'), ['replay/replay.html'], unguarded);
  browser = await chromium.launch(browserLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  for (const server of [app, replay, bare]) server?.stop();
  attacker?.close();
});

/** Plays the hostile recording and then touches everything in it that can be touched. */
async function playHostile(served: ServedBuild): Promise<{ page: Page; ran: string[] }> {
  reached = [];
  connections = 0;
  const ran: string[] = [];
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.text().startsWith('HOSTILE')) ran.push(message.text());
  });
  await page.goto(`${app.origin}/hostile-harness.html`);
  await page.waitForFunction('window.harness !== undefined');
  await page.evaluate(([url, events]) => harness.play(url as string, events as never), [
    `${served.origin}/replay/replay.html`,
    hostileRecording(attackerOrigin),
  ] as const);
  return { page, ran };
}

/** Presses everywhere on the frame, then walks it by key and presses Enter at every stop. */
async function touchEverything(page: Page): Promise<void> {
  for (let y = 10; y < 600; y += 40)
    for (const x of [20, 60, 200, 400]) await page.mouse.click(x, y);
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await page.waitForTimeout(300);
}

test('a hostile recording reaches nobody and runs nothing', async () => {
  const { page, ran } = await playHostile(replay);
  expect(await page.evaluate(() => harness.heard.map((message) => message.kind))).not.toContain(
    'failed',
  );
  await touchEverything(page);
  expect({ reached, connections, ran }).toEqual({ reached: [], connections: 0, ran: [] });
  await page.close();
});

test('the same recording does reach out where no policy holds it', async () => {
  const { page } = await playHostile(bare);
  expect(new Set(reached).size).toBeGreaterThan(5);
  await page.close();
});

test.each([
  ['the app it was told of', () => app.origin, true],
  ['nobody else', () => attackerOrigin, false],
])('the frame takes its port from %s', async (_who, toldOf, takesIt) => {
  const page = await browser.newPage();
  await page.goto(`${app.origin}/hostile-harness.html`);
  const answered = await page.evaluate(
    ([url, origin]) =>
      new Promise<boolean>((done) => {
        const frame = document.createElement('iframe');
        frame.src = `${url}#${encodeURIComponent(origin!)}`;
        frame.onload = () => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(true);
          frame.contentWindow!.postMessage('tasktape/here-is-the-port@1', '*', [port2]);
          port1.postMessage({ kind: 'begin', startedAt: 1 });
          port1.postMessage({
            kind: 'events',
            tab: 0,
            events: [
              { type: 4, timestamp: 1, data: { href: 'about:blank', width: 100, height: 100 } },
              { type: 2, timestamp: 2, data: { node: { type: 0, id: 1, childNodes: [] } } },
            ],
          });
          setTimeout(() => done(false), 2000);
        };
        document.body.append(frame);
      }),
    [`${replay.origin}/replay/replay.html`, toldOf()],
  );
  expect(answered).toBe(takesIt);
  await page.close();
});
