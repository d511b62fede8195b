import { answerApp, type AppOrigin } from './app-origin.ts';
import { listen, type Handler } from './listen.ts';
import { answerReplay } from './replay-origin.ts';

/** The built workbench on its two addresses. */
export interface Workbench {
  readonly url: string;
  readonly replayUrl: string;
  /** Opens the door; until then every request is told that Tasktape is starting. */
  open(origin: Omit<AppOrigin, 'webDir' | 'replayPort' | 'embedIn' | 'suggester'>): void;
  /** Takes no more requests and waits for those under way. */
  close(): Promise<void>;
}

/**
 * Takes `port` for the app and the next free one for the replay frame. Port 0 means any. The pages of
 * `embedIn` may show a session in a frame; `suggester` may be asked for suggestions.
 */
export async function serveWorkbench(
  host: string,
  port: number,
  webDir: string,
  embedIn: readonly string[] = [],
  suggester?: string,
): Promise<Workbench> {
  let answer: Handler = async () =>
    new Response('Tasktape is starting.', { status: 503, headers: { 'Retry-After': '1' } });
  const app = await listen(host, port, (request, peer) => answer(request, peer));
  const showReplay: Handler = (request) => answerReplay(webDir, app.port, request, embedIn);
  const replay = await listen(host, app.port + 1, showReplay, true).catch(async (error) => {
    await app.close();
    throw error;
  });
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${app.port}`,
    replayUrl: `http://${shown}:${replay.port}/frame/replay.html`,
    open: (origin) => {
      const whole = { ...origin, webDir, replayPort: replay.port, embedIn, suggester };
      answer = (request, peer) => answerApp(whole, request, peer);
    },
    close: async () => void (await Promise.all([app.close(), replay.close()])),
  };
}
