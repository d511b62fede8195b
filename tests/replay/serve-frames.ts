/** Builds the documents in which recordings are shown, and serves them twice: as Tasktape does, and
 * without the policy that holds them. */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { listen } from '#server/listen.ts';
import { answerReplay } from '#server/replay-origin.ts';
import { serveBuild } from './serve-build.ts';

export interface ServedFrames {
  /** Origins. */
  readonly guarded: string;
  readonly bare: string;
  readonly stop: () => Promise<void>;
}

/** For the app at `appOrigin`; `pages` such as `frame/replay.html`. Where `isTrusting`, they take every
 * address and value as recorded. */
export async function serveFrames(
  appOrigin: string,
  pages: readonly string[],
  { isTrusting = false } = {},
): Promise<ServedFrames> {
  const plugins = isTrusting ? [bareEvents] : [];
  const built = await serveBuild(resolve('src'), pages, undefined, plugins);
  const appPort = Number(new URL(appOrigin).port);
  const answer = (request: Request) => answerReplay(built.folder, appPort, request);
  const guarded = await listen('127.0.0.1', 0, answer);
  const bare = await listen('127.0.0.1', 0, async (request) =>
    withoutPolicy(await answer(request)),
  );
  return {
    guarded: `http://127.0.0.1:${guarded.port}`,
    bare: `http://127.0.0.1:${bare.port}`,
    stop: async () => {
      await Promise.all([guarded.close(), bare.close()]);
      built.stop();
    },
  };
}

const bareEvents: Plugin = {
  name: 'bare-events',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/held-back-events.ts') ? resolve('tests/replay/bare-events.ts') : undefined,
};

/** The same answer with nothing to hold it, to show what holds it. */
async function withoutPolicy(answer: Response): Promise<Response> {
  answer.headers.delete('content-security-policy');
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer;
  const html = await answer.text();
  const loose = html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
  if (loose === html) throw new Error('the document no longer carries its policy as it did');
  return new Response(loose, { headers: answer.headers });
}
