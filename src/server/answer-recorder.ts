/** The built recorder, for the pages of any site: it is code, holds no secret and asks for a key. */
import { serveFile } from './static-files.ts';

export const isRecorderPath = (path: string): boolean => path.startsWith('/recorder/');

const toAnySite = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

export async function answerRecorder(recorderDir: string, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const response =
    request.method === 'GET' || request.method === 'HEAD'
      ? await serveFile(recorderDir, pathname.slice('/recorder'.length), request)
      : new Response('Method not allowed', { status: 405, headers: { Allow: 'GET, HEAD' } });
  const answer =
    response ??
    new Response(
      `There is no ${pathname} here. Where the recorder was not built yet, npm run build makes it.`,
      { status: 404 },
    );
  for (const [name, value] of Object.entries(toAnySite)) answer.headers.set(name, value);
  return answer;
}
