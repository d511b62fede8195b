import { Failure } from '#data/failure.ts';
import { joinTracks } from '#core/join-tracks.ts';
import type { OpenedSession } from '#core/session.ts';
import type { Track } from '#core/track.ts';
import { enterSession } from '#data/queue.ts';
import { downloadObject, openSession, readTracks } from '#data/sessions.ts';
import type { Supabase } from '#data/supabase.ts';
import { ServerAway, type FetchObject } from '#reel/reel-client.ts';

type Opening = Parameters<typeof openSession> extends [Supabase, ...infer Rest] ? Rest : never;

/** Leave to read ends twelve hours after a session was opened. What is refused sooner than this, in
 * ms, is refused for another reason. */
const leaveMs = 60 * 60 * 1000;

/** How long to wait for a server that is away before it is asked again, at first and at most. */
const awayMs = 1000;
const mostAwayMs = 30_000;

/** One person reading one session: opens it, then has what it is made of. Where the leave to read has
 * run out it is opened again: whoever labels for days on end need not notice. */
export class SessionReading {
  readonly #client: Supabase;
  readonly #opening: Opening;
  readonly #ahead = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  #openedAt = 0;
  #reopening: Promise<unknown> | undefined;
  #entering: Promise<unknown> | undefined;

  constructor(client: Supabase, ...opening: Opening) {
    this.#client = client;
    this.#opening = opening;
  }

  async open(): Promise<OpenedSession> {
    const opened = await openSession(this.#client, ...this.#opening);
    this.#openedAt = Date.now();
    return opened;
  }

  /** What was read ahead is being shown: the contributor is told as soon as the server can be reached,
   * and nothing more is read before. */
  enter(): Promise<void> {
    const entering = this.#tellEntered();
    this.#entering = entering.catch(() => undefined);
    return entering;
  }

  /** Has these objects fetched for whoever asks for them first. */
  fetchAhead(paths: readonly string[]): void {
    for (const path of paths) {
      const coming = downloadObject(this.#client, path);
      // Whoever asks for it is told.
      coming.catch(() => undefined);
      this.#ahead.set(path, coming);
    }
  }

  readonly fetchObject: FetchObject = async (path, signal) => {
    let coming = this.#ahead.get(path);
    this.#ahead.delete(path);
    if (coming === undefined) await this.#entering;
    try {
      return await this.#whileOpen(() => {
        const bytes = coming ?? downloadObject(this.#client, path, signal);
        coming = undefined;
        return bytes;
      });
    } catch (cause) {
      if (cause instanceof Failure && cause.kind === 'offline')
        throw new ServerAway('the server can’t be reached', { cause });
      throw cause;
    }
  };

  /** The track of a session of so many chunks, once what was fetched ahead of it is here. */
  readonly readTrack = async (chunks: number): Promise<Track> => {
    await Promise.allSettled([this.#entering, ...this.#ahead.values()]);
    const [session] = this.#opening;
    return joinTracks(await this.#whileOpen(() => readTracks(this.#client, session, chunks)));
  };

  async #tellEntered(): Promise<void> {
    for (let waitMs = awayMs; ; waitMs = Math.min(2 * waitMs, mostAwayMs))
      try {
        await enterSession(this.#client, this.#opening[0]);
        this.#openedAt = Date.now();
        return;
      } catch (cause) {
        if (!(cause instanceof Failure && cause.kind === 'offline')) throw cause;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
  }

  async #whileOpen<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (cause) {
      const isRefused =
        cause instanceof Failure && (cause.kind === 'forbidden' || cause.kind === 'missing');
      if (!isRefused || (Date.now() - this.#openedAt < leaveMs && !this.#reopening)) throw cause;
      this.#reopening ??= this.open().finally(() => (this.#reopening = undefined));
      await this.#reopening;
      return read();
    }
  }
}
