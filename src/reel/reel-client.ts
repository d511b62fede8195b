import type { ChunkRef } from '#core/session.ts';
import type { EpochMs } from '#core/time.ts';
import type { FromReel, ToReel } from './reel-messages.ts';

/** The server could not be reached: it is tried until it can. */
export class ServerAway extends Error {}

/** An object of the session by its name in storage; its bytes are given away. Rejects with the
 * reason, for a person; with a `ServerAway` where nothing was heard of the object. */
export type FetchObject = (path: string, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

export interface ReelClient {
  readonly send: (message: Exclude<ToReel, { kind: 'open' | 'screen' }>) => void;
  /** Gives the reel its end of a channel to the replay frame. */
  readonly setScreen: (port: MessagePort) => void;
  readonly stop: () => void;
}

export interface ReelClientOptions {
  readonly startedAt: EpochMs;
  readonly chunks: readonly ChunkRef[];
  readonly fetchObject: FetchObject;
  readonly hear: (message: Exclude<FromReel, { kind: 'fetch' | 'never mind' }>) => void;
  /** The worker could not be started or broke down. */
  readonly onBroken: (sentence: string) => void;
  readonly startWorker?: () => Worker;
}

/** The app's side of a reel in its worker: it fetches what the reel asks for, since a sign-in is the
 * app's alone. */
export function startReel(options: ReelClientOptions): ReelClient {
  const { startedAt, chunks, fetchObject, hear, onBroken } = options;
  const worker = options.startWorker?.() ?? takeWorker();
  const open = new Map<string, AbortController>();
  const send = (message: ToReel, transfer: Transferable[] = []) =>
    worker.postMessage(message, transfer);

  async function fetchFor(path: string): Promise<void> {
    const controller = new AbortController();
    open.set(path, controller);
    const isStale = () => open.get(path) !== controller;
    try {
      const bytes = await fetchObject(path, controller.signal);
      if (!isStale()) send({ kind: 'fetched', path, bytes }, [bytes.buffer]);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      if (!isStale()) send({ kind: 'not fetched', path, why, isAway: cause instanceof ServerAway });
    } finally {
      if (!isStale()) open.delete(path);
    }
  }

  worker.onmessage = ({ data }: MessageEvent<FromReel>) => {
    if (data.kind === 'fetch') void fetchFor(data.path);
    else if (data.kind === 'never mind') {
      open.get(data.path)?.abort();
      open.delete(data.path);
    } else hear(data);
  };
  worker.onerror = () =>
    onBroken('This browser could not run the part that rebuilds the page. Reload and try again.');
  send({ kind: 'open', startedAt, chunks });

  return {
    send,
    setScreen: (port) => send({ kind: 'screen' }, [port]),
    stop: () => {
      worker.terminate();
      for (const controller of open.values()) controller.abort();
      open.clear();
    },
  };
}

const reelWorker = () =>
  new Worker(new URL('./reel-worker.ts', import.meta.url), { type: 'module' });

let spare: Worker | undefined;

/** Starts a worker that the next reel will have. */
export function warmReel(): void {
  if (spare !== undefined) return;
  const worker = (spare = reelWorker());
  worker.onerror = () => {
    if (spare === worker) spare = undefined;
  };
}

function takeWorker(): Worker {
  const worker = spare ?? reelWorker();
  spare = undefined;
  return worker;
}
