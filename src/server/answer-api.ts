/**
 * The door to the embedded Supabase: what it may not answer, limits it lacks, and its answers put
 * right where they differ from Supabase's.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { App } from '@supabase/lite';
import { takeTurns } from './one-at-a-time.ts';
import type { RequestScope } from './object-store.ts';
import type { ServerLog } from './server-log.ts';

const scopes = new AsyncLocalStorage<RequestScope>();

/** What the request under way says about the bytes it wants or brings. */
export const currentScope = (): RequestScope => scopes.getStore() ?? {};

export const isApiPath = (path: string): boolean => /^\/(rest|auth|storage)\/v1(\/|$)/.test(path);

const objectLimit = 1024 ** 3;
const memoryLimit = 64 * 1024 ** 2;

export type AnswerApi = (request: Request, peerAddress: string | undefined) => Promise<Response>;

export function createApi(app: App, log: ServerLog): AnswerApi {
  const inTurnByPath = keyedTurns();
  return async (request, peerAddress) => {
    const { pathname } = new URL(request.url);
    if (isPreflight(request)) return allowAnySite(request);
    const refusal = refuse(request, pathname);
    if (refusal) return refusal;
    const writesObject = /^\/storage\/v1\/object\//.test(pathname) && isWrite(request);
    const plain = writesObject && isForm(request) ? await fileOfForm(request) : request;
    const scope = scopeOf(plain);
    const answer = () =>
      scopes.run(scope, () =>
        takeTurns(async () => app.fetch(plain, { peerAddress: peerAddress ?? null })),
      );
    // Two uploads to one path at once would both be found allowed, and the later bytes kept.
    const response = await (writesObject ? inTurnByPath(pathname, answer) : answer());
    if (response.status >= 500)
      log.write(`${request.method} ${pathname.split('/', 5).join('/')} ${response.status}`);
    return response.status === 200 && response.headers.has('content-range') && scope.range
      ? new Response(response.body, { status: 206, headers: response.headers })
      : response;
  };
}

const isWrite = ({ method }: Request) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

const isPreflight = ({ method, headers }: Request) =>
  method === 'OPTIONS' && headers.has('access-control-request-method');

// The library asks the database for the function that is to be called, finds none without
// arguments, and answers 404, after which no browser calls it.
const allowAnySite = ({ headers }: Request) =>
  new Response(undefined, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'Access-Control-Allow-Headers': headers.get('access-control-request-headers') ?? '*',
      'Access-Control-Max-Age': '7200',
      Vary: 'Access-Control-Request-Headers',
    },
  });

const isForm = ({ headers }: Request) =>
  headers.get('content-type')?.startsWith('multipart/form-data') ?? false;

function scopeOf({ headers }: Request): RequestScope {
  const length = headers.get('content-length');
  return {
    range: headers.get('range') ?? undefined,
    contentLength: length === null ? undefined : Number(length),
  };
}

// supabase-js sends a Blob as a form whose file has no name, which the library does not find.
async function fileOfForm(request: Request): Promise<Request> {
  const form = await request.formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  if (!file) return request;
  const headers = new Headers(request.headers);
  headers.set('content-type', file.type || 'application/octet-stream');
  headers.set('content-length', String(file.size));
  const age = form.get('cacheControl');
  if (typeof age === 'string') headers.set('cache-control', `max-age=${age}`);
  return new Request(request.url, {
    method: request.method,
    headers,
    body: await file.arrayBuffer(),
  });
}

const waysIn = /^\/auth\/v1\/(signup|token|user|logout|settings|health|\.well-known\/jwks\.json)$/;

function refuse(request: Request, path: string): Response | undefined {
  // A signed address would outlive a withdrawal and go around the access log.
  if (/^\/storage\/v1\/object\/(upload\/)?sign(\/|$)/.test(path))
    return sentence(403, 'not_supported', 'This server gives out no signed addresses.');
  // The other ways in need a mail or a provider; without one they are only doors to force.
  if (path.startsWith('/auth/v1/') && !waysIn.test(path))
    return sentence(403, 'not_supported', 'This server knows people by e-mail and password only.');
  if (!isWrite(request)) return undefined;
  const length = request.headers.get('content-length');
  if (length === null && request.headers.has('transfer-encoding'))
    return sentence(411, 'length_required', 'Say the length of the body.');
  // A form is read into memory, bytes on their own are not.
  const isStreamed = path.startsWith('/storage/') && !isForm(request);
  if (Number(length ?? 0) > (isStreamed ? objectLimit : memoryLimit))
    return sentence(413, 'too_large', 'The body is larger than this server takes.');
  return undefined;
}

function sentence(status: number, error: string, message: string): Response {
  return Response.json(
    { statusCode: String(status), code: error, error, message },
    { status, headers: { 'Access-Control-Allow-Origin': '*' } },
  );
}

function keyedTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(key: string, act: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(act, act);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
