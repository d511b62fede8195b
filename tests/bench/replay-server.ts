/** Serves the pages of the bench, the replay frame on an origin of its own, and the sessions; counts
 * every byte that leaves. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createAdaptorServer } from '@hono/node-server';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { answerReplay } from '#server/replay-origin.ts';
import type { BenchSession } from './replay-sessions.ts';
import { packedName } from './replay-store.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const squeeze = promisify(gzip);

export interface ReplayServer {
  readonly origin: string;
  readonly frameAddress: string;
  /** Sent so far, with headers, by both origins. */
  readonly sentBytes: () => number;
  readonly stop: () => void;
}

async function bundle(root: string, outDir: string, inputs: readonly string[]): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: inputs.map((input) => join(root, input)) },
    },
  });
}

/** `sessions` lie at `/session/0`, `/session/1` and so on. */
export async function serveReplays(
  pages: readonly string[],
  sessions: readonly Pick<BenchSession, 'file' | 'stored'>[],
): Promise<ReplayServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tasktape-replays-'));
  await bundle(resolve('tests'), join(folder, 'pages'), pages);
  await bundle(resolve('src'), join(folder, 'frame'), ['frame/replay.html']);
  const fileAt = (path: string): { readonly file: string; readonly encoded?: boolean } => {
    const [, index, name] = /^\/session\/(\d+)\/(.+)$/.exec(path) ?? [];
    const session = sessions[Number(index)];
    if (session === undefined || name === undefined) return { file: join(folder, 'pages', path) };
    if (name === 'events.json') return { file: session.file, encoded: true };
    if (name === 'open.json' || name === 'tracks.json')
      return { file: join(session.stored, packedName(name)), encoded: true };
    return { file: join(session.stored, name) };
  };
  const app = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app');
    const { file, encoded } = fileAt(pathname);
    const type = types[extname(pathname)];
    const found = await readFile(file).catch(() => undefined);
    if (found === undefined) return void response.writeHead(404).end();
    const isText = type !== undefined && encoded !== true;
    const body = isText ? await squeeze(found) : found;
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': body.length,
      ...((isText || encoded) && { 'content-encoding': 'gzip' }),
    });
    response.end(body);
  });
  const count = counter();
  const appPort = await listening(app, count);
  const frame = createAdaptorServer({
    fetch: async (request: Request) =>
      squeezed(await answerReplay(join(folder, 'frame'), appPort, request)),
    overrideGlobalObjects: false,
  }) as Server;
  const framePort = await listening(frame, count);
  return {
    origin: `http://127.0.0.1:${appPort}`,
    frameAddress: `http://127.0.0.1:${framePort}/frame/replay.html`,
    sentBytes: count.sent,
    stop: () => {
      for (const server of [app, frame]) {
        server.close();
        server.closeAllConnections();
      }
      rmSync(folder, { recursive: true });
    },
  };
}

/** As hosts send it, and as the player's script is sent here. */
async function squeezed(answer: Response): Promise<Response> {
  const isPacked = answer.headers.has('content-encoding');
  if (isPacked || !/javascript|html/.test(answer.headers.get('content-type') ?? '')) return answer;
  const body = await squeeze(Buffer.from(await answer.arrayBuffer()));
  const headers = new Headers(answer.headers);
  headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(body.length));
  return new Response(new Uint8Array(body), { status: answer.status, headers });
}

function counter() {
  let closed = 0;
  const open = new Set<Socket>();
  return {
    watch: (socket: Socket) => {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        closed += socket.bytesWritten;
      });
    },
    sent: () => [...open].reduce((sum, { bytesWritten }) => sum + bytesWritten, closed),
  };
}

async function listening(server: Server, { watch }: ReturnType<typeof counter>): Promise<number> {
  server.on('connection', watch);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
