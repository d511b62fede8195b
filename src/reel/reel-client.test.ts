import { expect, test } from 'vitest';
import { epochMs, ms } from '#core/time.ts';
import { ServerAway, startReel, type FetchObject } from './reel-client.ts';
import type { FromReel, ToReel } from './reel-messages.ts';

class FakeWorker {
  readonly heard: ToReel[] = [];
  readonly given: Transferable[] = [];
  onmessage: ((event: { data: FromReel }) => void) | undefined;
  onerror: (() => void) | undefined;
  isEnded = false;

  postMessage(message: ToReel, transfer: Transferable[]): void {
    this.heard.push(message);
    this.given.push(...transfer);
  }

  terminate(): void {
    this.isEnded = true;
  }

  tell(data: FromReel): void {
    this.onmessage?.({ data });
  }
}

function start(fetchObject: FetchObject) {
  const worker = new FakeWorker();
  const told: FromReel[] = [];
  const broken: string[] = [];
  const reel = startReel({
    startedAt: epochMs(5),
    chunks: [],
    fetchObject,
    hear: (message) => told.push(message),
    onBroken: (sentence) => broken.push(sentence),
    startWorker: () => worker as unknown as Worker,
  });
  return { worker, told, broken, reel };
}

/** Lets promises that are settled go on. */
const rest = () => new Promise((resolve) => setTimeout(resolve));
const never: FetchObject = () => new Promise(() => undefined);

test('the session is told first', () => {
  const { worker } = start(never);
  expect(worker.heard).toEqual([{ kind: 'open', startedAt: 5, chunks: [] }]);
});

test('what the reel asks for is fetched, and given away', async () => {
  const bytes = new Uint8Array([1, 2]);
  const { worker, told } = start(() => Promise.resolve(bytes));
  worker.tell({ kind: 'fetch', path: 'a' });
  await rest();
  expect(worker.heard.at(-1)).toEqual({ kind: 'fetched', path: 'a', bytes });
  expect(worker.given).toEqual([bytes.buffer]);
  expect(told).toEqual([]);
});

test('why it could not be had is told', async () => {
  const { worker } = start(() => Promise.reject(new ServerAway('the server can’t be reached')));
  worker.tell({ kind: 'fetch', path: 'a' });
  await rest();
  const why = 'the server can’t be reached';
  expect(worker.heard.at(-1)).toEqual({ kind: 'not fetched', path: 'a', why, isAway: true });
});

test('what is not wanted any more is let go, and not told when it comes after all', async () => {
  const signals: AbortSignal[] = [];
  let come: (bytes: Uint8Array<ArrayBuffer>) => void = () => undefined;
  const { worker } = start((_, signal) => {
    signals.push(signal);
    return new Promise((resolve) => (come = resolve));
  });
  worker.tell({ kind: 'fetch', path: 'a' });
  worker.tell({ kind: 'never mind', path: 'a' });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  come(new Uint8Array(1));
  await rest();
  expect(worker.heard.map(({ kind }) => kind)).toEqual(['open']);
});

test('an object asked for anew is answered once, by the newer try', async () => {
  const come: ((bytes: Uint8Array<ArrayBuffer>) => void)[] = [];
  const { worker } = start(() => new Promise((resolve) => come.push(resolve)));
  worker.tell({ kind: 'fetch', path: 'a' });
  worker.tell({ kind: 'never mind', path: 'a' });
  worker.tell({ kind: 'fetch', path: 'a' });
  come[0]?.(new Uint8Array([1]));
  come[1]?.(new Uint8Array([2]));
  await rest();
  expect(worker.heard.slice(1)).toEqual([
    { kind: 'fetched', path: 'a', bytes: new Uint8Array([2]) },
  ]);
});

test('all else the reel says is handed on', () => {
  const { worker, told } = start(never);
  worker.tell({ kind: 'reach', ticket: 1, until: ms(7) });
  expect(told).toEqual([{ kind: 'reach', ticket: 1, until: 7 }]);
});

test('a worker that breaks down is told in a sentence', () => {
  const { worker, broken } = start(never);
  worker.onerror?.();
  expect(broken).toEqual([expect.stringMatching(/Reload and try again/)]);
});

test('when it stops, nothing is fetched any more', async () => {
  const signals: AbortSignal[] = [];
  const { worker, reel } = start((_, signal) => {
    signals.push(signal);
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('let go'))),
    );
  });
  worker.tell({ kind: 'fetch', path: 'a' });
  reel.stop();
  await rest();
  expect(worker.isEnded).toBe(true);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
  expect(worker.heard.map(({ kind }) => kind)).toEqual(['open']);
});
