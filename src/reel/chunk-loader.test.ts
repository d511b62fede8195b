import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ChunkRef } from '#core/session.ts';
import { ms } from '#core/time.ts';
import { ChunkLoader, type LoadProgress } from './chunk-loader.ts';
import { decodeChunk } from './decode-chunk.ts';

const event = (timestamp: number) => ({ type: 5, timestamp, data: { tag: 't', payload: 0 } });

/** A session of `count` chunks, one event each, as stored. */
function storedSession(count: number) {
  const stored = new Map<string, Uint8Array>();
  const chunks = Array.from({ length: count }, (_, seq): ChunkRef => {
    const bytes = new Uint8Array(gzipSync(JSON.stringify([event(seq)])));
    const path = `s/c/0-${seq}.json.gz`;
    stored.set(path, bytes);
    return {
      tab: 0,
      seq,
      path,
      events: 1,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      startsMs: ms(seq * 1000),
      endsMs: ms(seq * 1000 + 1000),
    };
  });
  return { chunks, stored };
}

function loaderOf(chunks: readonly ChunkRef[], fetchChunk: (ref: ChunkRef) => Promise<Uint8Array>) {
  const waits: number[] = [];
  const loader = new ChunkLoader({
    chunks,
    fetchChunk,
    startDecoder: () => ({ decode: decodeChunk, stop: () => undefined }),
    wait: async (delayMs) => void waits.push(delayMs),
  });
  return { loader, waits };
}

test('chunks come in order, whatever order they were named and fetched in', async () => {
  const { chunks, stored } = storedSession(9);
  const { loader } = loaderOf([...chunks].reverse(), async (ref) => {
    await new Promise((resolve) => setTimeout(resolve, ref.seq % 2 === 0 ? 5 : 0));
    return stored.get(ref.path)!;
  });
  const seen: number[] = [];
  const progress: LoadProgress[] = [];
  const outcome = await loader.load((_ref, events, now) => {
    seen.push(...events.map((each) => each.timestamp));
    progress.push(now);
  });
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(progress[0]).toMatchObject({ loaded: 1, total: 9 });
  expect(outcome).toMatchObject({ ok: true, value: { loaded: 9, total: 9 } });
});

test('a chunk whose bytes were changed is refused by name, and nothing after it is handed over', async () => {
  const { chunks, stored } = storedSession(3);
  stored.set(chunks[1]!.path, new Uint8Array(gzipSync(JSON.stringify([event(666)]))));
  const { loader } = loaderOf(chunks, async (ref) => stored.get(ref.path)!);
  const seen: number[] = [];
  const outcome = await loader.load((ref) => seen.push(ref.seq));
  expect(seen).toEqual([0]);
  expect(outcome).toMatchObject({
    ok: false,
    problems: [{ sentence: expect.stringMatching(/^Chunk 2 of tab 1 was refused: its bytes/) }],
  });
});

test('bytes that are no gzip of events are refused even where their hash is right', async () => {
  const bytes = new TextEncoder().encode('not gzip');
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(await decodeChunk(bytes, hash)).toMatchObject({ ok: false });
  const object = new Uint8Array(gzipSync('{"events":[]}'));
  const objectHash = createHash('sha256').update(object).digest('hex');
  expect(await decodeChunk(object, objectHash)).toMatchObject({ ok: false });
});

test('a fetch that fails is tried again, each time later', async () => {
  const { chunks, stored } = storedSession(1);
  let calls = 0;
  const { loader, waits } = loaderOf(chunks, async (ref) => {
    calls += 1;
    if (calls < 4) throw new Error('offline');
    return stored.get(ref.path)!;
  });
  expect(await loader.load(() => undefined)).toMatchObject({ ok: true });
  expect(waits).toEqual([400, 800, 1600]);
});

test('a fetch that keeps failing is told in a sentence, and loading again starts over', async () => {
  const { chunks, stored } = storedSession(2);
  let down = true;
  const { loader } = loaderOf(chunks, async (ref) => {
    if (down && ref.seq === 1) throw new Error('offline');
    return stored.get(ref.path)!;
  });
  expect(await loader.load(() => undefined)).toMatchObject({
    ok: false,
    problems: [{ sentence: expect.stringContaining('Chunk 2 of tab 1 could not be fetched') }],
  });
  down = false;
  const seen: number[] = [];
  await loader.load((ref) => seen.push(ref.seq));
  expect(seen).toEqual([0, 1]);
});

test('after cancel nothing more is handed over', async () => {
  const { chunks, stored } = storedSession(5);
  const { loader } = loaderOf(chunks, async (ref) => stored.get(ref.path)!);
  const seen: number[] = [];
  await loader.load((ref) => {
    seen.push(ref.seq);
    if (ref.seq === 1) loader.cancel();
  });
  expect(seen).toEqual([0, 1]);
});
