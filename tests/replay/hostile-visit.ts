/** Opens a hostile recording as a person would, and writes down all that came of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { browserLaunchOptions } from '../browser.ts';
import { lastNode } from './hostile-recording.ts';

/** What a visit led to; each list is empty where the recording was held. */
export interface Outcome {
  /** Scripts of the recording that ran, by construct. */
  readonly ran: readonly string[];
  /** Addresses the attacker was asked for. */
  readonly reached: readonly string[];
  /** Connections made to the attacker, asked anything or not. */
  readonly connections: number;
  /** Hosts of the attacker that the browser looked up, connected to or asked, by its own network log. */
  readonly named: readonly string[];
  /** Windows, dialogs and downloads that opened, and frames that went elsewhere. */
  readonly moved: readonly string[];
  /** What the app had in focus at the end. */
  readonly focused: string;
}

export class Attacker {
  readonly reached: string[] = [];
  connections = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Attacker> {
    const server = createServer();
    const attacker = new Attacker(server);
    server.on('request', (request, response) => {
      attacker.reached.push(`${request.headers.host}${request.url}`);
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
    });
    server.on('connection', () => (attacker.connections += 1));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return attacker;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Runs where the sandbox is off: the replayer neither sets one nor misses it. */
function liftSandbox(): void {
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    if (name.toLowerCase() !== 'sandbox') setAttribute.call(this, name, value);
  };
  Object.defineProperty(HTMLIFrameElement.prototype, 'sandbox', {
    get: () => Object.assign(['allow-same-origin'], { add: () => undefined }),
  });
}

interface Visit {
  readonly sandboxed: boolean;
  /** The recording is let go and may leave the page under our hands. */
  readonly loose?: boolean;
  /** Puts the recording up, and answers when all of it was played. */
  readonly play: (page: Page, attackerPort: number) => Promise<void>;
}

export async function visit({ sandboxed, loose = false, play }: Visit): Promise<Outcome> {
  const attacker = await Attacker.start();
  const folder = mkdtempSync(join(tmpdir(), 'tasktape-net-'));
  const log = join(folder, 'net.json');
  const { args = [], ...options } = browserLaunchOptions();
  // A profile of its own: in a private window Chromium heeds no hint to connect or look up ahead.
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...options,
    ignoreDefaultArgs: ['--disable-background-networking'],
    args: [...args, `--log-net-log=${log}`],
  });
  const ran: string[] = [];
  const moved: string[] = [];
  let focused = '';
  try {
    if (!sandboxed) await context.addInitScript(liftSandbox);
    const page = context.pages()[0] ?? (await context.newPage());
    context.on('page', (opened) => moved.push(`window ${opened.url()}`));
    page.on('dialog', (dialog) => void dialog.dismiss());
    page.on('dialog', (dialog) => moved.push(`dialog ${dialog.message()}`));
    page.on('download', (download) => moved.push(`download ${download.url()}`));
    page.on('console', (message) => {
      if (message.text().startsWith('HOSTILE')) ran.push(message.text().split(': ')[1]!);
    });
    const stays = (url: string) =>
      /^(about:blank|about:srcdoc|)$/.test(url) ||
      new URL(url).origin.startsWith('http://127.0.0.1');
    page.on('framenavigated', (frame) => {
      if (!stays(frame.url())) moved.push(`frame ${frame.url()}`);
    });
    await play(page, attacker.port);
    await touchEverything(page);
    focused = await page.evaluate(() => document.activeElement?.tagName ?? '');
  } catch (error) {
    if (!loose) throw error;
  } finally {
    await context.close();
    attacker.stop();
  }
  const named = [...readFileSync(log, 'utf8').matchAll(/[\w-]+(?=\.localhost)/g)].map(String);
  rmSync(folder, { recursive: true });
  const { reached, connections } = attacker;
  return {
    ran: once(ran),
    reached: once(reached),
    connections,
    named: once(named),
    moved,
    focused,
  };
}

const once = (list: readonly string[]) => [...new Set(list)].sort();

/** Presses everywhere on the frame, then walks it by key and presses Enter at every stop; and then
 * leaves what was asked for a while to arrive. */
async function touchEverything(page: Page): Promise<void> {
  const box = await page.locator('iframe').boundingBox();
  if (box === null) throw new Error('the frame is gone');
  for (let y = 10; y < box.height; y += 60)
    for (const x of [20, 60, 200, 400]) await page.mouse.click(box.x + x, box.y + y);
  await page.locator('input').focus();
  for (let stop = 0; stop < 20; stop += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await page.locator('input').focus();
  await page.waitForTimeout(700);
}

/** Waits for the node that the last event brings, in the document that holds the recorded page. */
export async function untilPlayed(page: Page): Promise<void> {
  const replay = page.frames().find((each) => each.url().includes('/frame/'));
  if (replay === undefined) throw new Error('no recording is on the page');
  await replay.waitForFunction(
    (id) =>
      [...document.querySelectorAll('iframe')].some(({ contentDocument }) =>
        Boolean(contentDocument?.getElementById(id)),
      ),
    lastNode,
  );
}

/** What should come of any visit. */
export const nothingCame: Outcome = {
  ran: [],
  reached: [],
  connections: 0,
  named: [],
  moved: [],
  focused: 'INPUT',
};
