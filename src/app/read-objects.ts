import { Failure } from '#data/failure.ts';
import { downloadObject, openSession } from '#data/sessions.ts';
import type { Supabase } from '#data/supabase.ts';
import type { FetchObject } from '#reel/reel-client.ts';

/** Leave to read ends twelve hours after a session was opened. What is refused sooner than this, in
 * ms, is refused for another reason. */
const leaveMs = 60 * 60 * 1000;

/** Fetches a session's objects, and opens it again where the leave to read it has run out: whoever
 * labels for days on end need not notice. */
export function readObjects(
  client: Supabase,
  ...opening: Parameters<typeof openSession> extends [Supabase, ...infer Rest] ? Rest : never
): FetchObject {
  let openedAt = Date.now();
  let reopening: Promise<unknown> | undefined;
  return async (path, signal) => {
    try {
      return await downloadObject(client, path, signal);
    } catch (cause) {
      if (cause instanceof Failure && cause.kind === 'offline')
        throw new Error('the server can’t be reached', { cause });
      const isRefused =
        cause instanceof Failure && (cause.kind === 'forbidden' || cause.kind === 'missing');
      if (!isRefused || Date.now() - openedAt < leaveMs) throw cause;
      reopening ??= openSession(client, ...opening).finally(() => {
        openedAt = Date.now();
        reopening = undefined;
      });
      await reopening;
      return downloadObject(client, path, signal);
    }
  };
}
