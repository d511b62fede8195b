/**
 * What the replay frame's address answers: the frame, the preview and their scripts, nothing else. Recordings are
 * hostile, so only scripts that carry this response's nonce run, and nothing is fetched.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replayHeaders } from './security-headers.ts';
import { serveFile } from './static-files.ts';

export async function answerReplay(
  webDir: string,
  appPort: number,
  request: Request,
  embedIn: readonly string[] = [],
): Promise<Response> {
  const { hostname, pathname } = new URL(request.url);
  const nonce = randomBytes(18).toString('base64');
  const response =
    request.method !== 'GET' && request.method !== 'HEAD'
      ? new Response('Method not allowed', { status: 405, headers: { Allow: 'GET, HEAD' } })
      : documents.has(pathname)
        ? await frame(webDir, pathname, nonce)
        : pathname.startsWith('/assets/')
          ? await serveFile(webDir, pathname, request)
          : undefined;
  const answer = response ?? new Response('Not found', { status: 404 });
  const app = `http://${hostname}:${appPort}`;
  const ancestors = pathname === preview ? [app, ...embedIn] : [app];
  const headers = replayHeaders(ancestors, nonce);
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

const preview = '/frame/preview.html';
const documents: ReadonlySet<string> = new Set(['/frame/replay.html', preview]);

async function frame(
  webDir: string,
  pathname: string,
  nonce: string,
): Promise<Response | undefined> {
  const html = await readFile(join(webDir, pathname), 'utf8').catch(() => undefined);
  if (html === undefined) return undefined;
  const nonced = html.replace(
    /<(script|link rel="modulepreload")(?=[\s>])/g,
    `<$1 nonce="${nonce}"`,
  );
  return new Response(await withStylesInside(webDir, nonced), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

// The frame may load no stylesheet from anywhere, not even from here.
async function withStylesInside(webDir: string, html: string): Promise<string> {
  let result = html;
  for (const [tag] of html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)) {
    const file = /href="(\/assets\/[\w.-]+\.css)"/.exec(tag)?.[1];
    if (!file) continue;
    const css = await readFile(join(webDir, file), 'utf8');
    result = result.replace(tag, () => `<style>${css}</style>`);
  }
  return result;
}
