/** What the workbench's own address answers: the API, the built app and what it needs to know. */
import { extname, join } from 'node:path';
import { isApiPath, type AnswerApi } from './answer-api.ts';
import { answerRecorder, isRecorderPath } from './answer-recorder.ts';
import type { DemoPerson } from './demo-people.ts';
import { isLoopback } from './loopback.ts';
import { appHeaders } from './security-headers.ts';
import { serveFile } from './static-files.ts';

export interface AppOrigin {
  readonly webDir: string;
  readonly replayPort: number;
  /** Origins whose pages may show a session in a frame, beside this one. */
  readonly embedIn: readonly string[];
  /** A model of the user's own that the app may ask for suggestions. */
  readonly suggester?: string;
  readonly publishableKey: string;
  /** Absent where another Supabase keeps the data. */
  readonly api?: AnswerApi;
  readonly supabaseUrl?: string;
  /** Absent without demo. */
  readonly demoPeople?: readonly DemoPerson[];
}

export async function answerApp(
  origin: AppOrigin,
  request: Request,
  peerAddress: string | undefined,
): Promise<Response> {
  const url = new URL(request.url);
  if (origin.api && isApiPath(url.pathname)) return origin.api(request, peerAddress);
  if (isRecorderPath(url.pathname))
    return answerRecorder(join(origin.webDir, '../recorder'), request);
  const supabaseUrl = origin.supabaseUrl ?? url.origin;
  const replayOrigin = `http://${url.hostname}:${origin.replayPort}`;
  const seesDemo = isFromHere(request, peerAddress);
  const response = await answerPage(origin, seesDemo, request, {
    supabaseUrl,
    publishableKey: origin.publishableKey,
    replayUrl: `${replayOrigin}/frame/replay.html`,
    demo: origin.demoPeople !== undefined,
    ...(origin.suggester !== undefined && { suggesterUrl: origin.suggester }),
  });
  const embedIn = isEmbedPath(url.pathname) ? origin.embedIn : undefined;
  const headers = appHeaders(supabaseUrl, replayOrigin, embedIn, origin.suggester);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

// Exactly what the app shows without navigation: anything more could be clicked in a stranger's frame.
const isEmbedPath = (path: string): boolean => /^\/embed\/[^/]+\/sessions\/[^/]+$/.test(path);

async function answerPage(
  { webDir, demoPeople }: AppOrigin,
  seesDemo: boolean,
  request: Request,
  config: Record<string, unknown>,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response('Method not allowed', { status: 405, headers: { Allow: 'GET, HEAD' } });
  if (pathname === '/config.json') return uncached(config);
  if (pathname === '/demo-people.json' && demoPeople && seesDemo) return uncached(demoPeople);
  // Recordings are shown on another origin, never on this one.
  if (pathname.startsWith('/frame/')) return new Response('Not found', { status: 404 });
  if (pathname === '/demo') return new Response(undefined, redirectTo('/demo/'));
  const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const served = pathname === '/' ? undefined : await serveFile(webDir, file, request);
  if (served) return served;
  const isPage = extname(pathname) === '';
  const app = isPage ? await serveFile(webDir, '/app/index.html', request) : undefined;
  return app ?? new Response('Not found', { status: 404 });
}

const redirectTo = (path: string) => ({ status: 308, headers: { Location: path } });

const uncached = (value: unknown) =>
  Response.json(value, { headers: { 'Cache-Control': 'no-store' } });

// A proxy on this machine would make every stranger look local.
function isFromHere(request: Request, peerAddress: string | undefined): boolean {
  const forwarded = [...request.headers.keys()].some((name) => /^(x-)?forwarded/.test(name));
  return !forwarded && isLoopback(peerAddress ?? '') && isLoopback(new URL(request.url).hostname);
}
