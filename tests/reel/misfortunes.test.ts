import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { FakeDesk, fromObjects } from './fake-desk.ts';
import { freshPage, settledTime } from './fresh-fold.ts';
import { storeSession, type StoredSession } from '../replay/stored-session.ts';

let session: StoredSession;

beforeAll(async () => {
  const file = 'public/demo/recordings/morning-of-small-jobs.json.gz';
  session = await storeSession(new Uint8Array(readFileSync(file)));
  expect(session.chunks.filter(({ keyframe }) => keyframe).length).toBeGreaterThan(3);
});

const middle = () => session.chunks.find(({ seq, keyframe }) => keyframe && seq >= 4)!;
const pageAt = ({ events, startedAt }: StoredSession, at: number) =>
  freshPage(events, settledTime(events, startedAt + at));

test('the first page needs one keyframe with its sheets, and one chunk', async () => {
  const { keyframe, path, startsMs } = middle();
  const desk = new FakeDesk(session);
  await desk.until(() => desk.fetched.length === 0);
  desk.wish(0, startsMs + 10);
  let before: readonly string[] = [];
  await desk.until(() => {
    if (desk.screen.ticket === 0) before = [...desk.fetched];
    return desk.screen.ticket === 1;
  });
  const needed = [path, keyframe!.path, ...keyframe!.sheets.map((sheet) => sheet.path)];
  expect([...before].sort()).toEqual(needed.sort());
});

test('a newer wish overtakes: what only the older one needed is let go', async () => {
  const never = () => new Promise<never>(() => undefined);
  const slow = middle().path;
  const desk = new FakeDesk(session, (path, objects) =>
    path === slow ? never() : fromObjects(path, objects),
  );
  const older = desk.wish(0, middle().startsMs + 500);
  await desk.until(() => desk.fetched.includes(slow));
  expect(await desk.show(0, 0)).toBe('shown');
  expect(desk.tellsOf('never mind').map(({ path }) => path)).toContain(slow);
  expect(desk.sent.filter((each) => each.kind === 'scene' && each.scene.ticket === older)).toEqual(
    [],
  );
});

test('a fetch that fails is tried again, visibly, and then all is as if it had not', async () => {
  let left = 2;
  const desk = new FakeDesk(session, async (path, objects) => {
    if (path === session.chunks[0]!.path && left-- > 0) throw new Error('offline');
    return fromObjects(path, objects);
  });
  expect(await desk.show(0, 2000)).toBe('shown');
  expect(desk.tellsOf('progress').some(({ progress }) => progress.retrying > 0)).toBe(true);
  expect(desk.tellsOf('missing')).toEqual([]);
  expect(desk.screen.written(session.startedAt + 2000)).toEqual(pageAt(session, 2000));
});

test('a damaged chunk is named and crossed: the page stays until it is told whole again', async () => {
  const { path, startsMs, endsMs, seq } = middle();
  const damaged = new Uint8Array(session.objects.get(path)!);
  damaged[damaged.length - 9]! ^= 1;
  const desk = new FakeDesk(session, async (wanted, objects) =>
    wanted === path ? damaged.slice() : fromObjects(wanted, objects),
  );
  await desk.show(0, startsMs - 1000);
  for (let now = startsMs - 1000; now < endsMs + 200; now += 400) {
    desk.reel.hear({ kind: 'clock', at: now as never, speed: 4 });
    await desk.until(() => desk.reach >= now);
    desk.screen.tick(now);
    if (now >= startsMs && now < endsMs)
      expect(desk.screen.written(1)).toEqual(freshPageAtOne(startsMs));
  }
  expect(desk.tellsOf('missing')).toMatchObject([
    {
      tab: 0,
      span: { startsMs, endsMs },
      sentence: expect.stringContaining(`Chunk ${seq + 1} of tab 1`),
    },
  ]);
  const later =
    session.chunks.find((chunk) => chunk.startsMs > endsMs && chunk.keyframe)!.startsMs + 50;
  expect(await desk.show(0, later)).toBe('shown');
  expect(desk.screen.written(session.startedAt + later)).toEqual(pageAt(session, later));
});

/** Media apart, a page written down at another time is the same page. */
const freshPageAtOne = (at: number) =>
  (freshPage(session.events, session.startedAt + at) ?? []).map((event) => ({
    ...event,
    timestamp: 1,
  }));

test('what was given up is told why, and comes back by a retry', async () => {
  let isDown = true;
  const desk = new FakeDesk(session, async (path, objects) => {
    if (isDown) throw new Error('No connection.');
    return fromObjects(path, objects);
  });
  const first = { ...session, chunks: session.chunks.slice(0, 1) };
  const alone = new FakeDesk(first, async (path, objects) => {
    if (isDown) throw new Error('No connection.');
    return fromObjects(path, objects);
  });
  expect(await alone.show(0, 10)).toBe('failed');
  expect(alone.tellsOf('failed')[0]?.sentence).toMatch(
    /^Chunk 1 of tab 1 .*4 tries \(No connection\.\)/,
  );
  isDown = false;
  alone.reel.hear({ kind: 'retry' });
  await alone.until(() => alone.screen.ticket === 1);
  expect(await desk.show(0, 10)).toBe('shown');
});

test('a tab of which nothing was recorded is said so', async () => {
  const desk = new FakeDesk(session);
  expect(await desk.show(3, 10)).toBe('failed');
  expect(desk.tellsOf('failed')[0]?.sentence).toBe('Nothing was recorded of tab 4.');
});

test('another screen is shown the same page', async () => {
  const desk = new FakeDesk(session);
  await desk.show(0, 5000);
  const sent: string[] = [];
  desk.reel.setScreen((message) => sent.push(message.kind));
  await desk.until(() => sent.includes('scene'));
});

const page = (nodes: readonly object[], timestamp: number): RecordedEvent[] => [
  { type: 4, timestamp, data: { href: 'https://desk.example/', width: 800, height: 600 } },
  {
    type: 2,
    timestamp,
    data: {
      node: {
        type: 0,
        id: 1,
        childNodes: [{ type: 2, id: 2, tagName: 'html', attributes: {}, childNodes: nodes }],
      },
      initialOffset: { left: 0, top: 0 },
    },
  },
];
const custom = (timestamp: number) => ({ type: 5, timestamp, data: { tag: 'x', payload: 0 } });

test('a page too large for a browser is refused, and another place is shown', async () => {
  const many = Array.from({ length: 260_000 }, (_, i) => ({
    type: 3,
    id: i + 10,
    textContent: '',
  }));
  const large = await storeSession([
    ...page([], 1000),
    custom(4000),
    ...page(many, 5000),
    custom(9000),
  ]);
  const desk = new FakeDesk(large);
  expect(await desk.show(0, 6000)).toBe('failed');
  expect(desk.tellsOf('failed')[0]?.sentence).toMatch(/too many nodes.*250,000/);
  expect(await desk.show(0, 1000)).toBe('shown');
});

test('clocks that ran backwards within a chunk end in one order, and never in a standstill', async () => {
  const { chunks, objects, startedAt } = session;
  const { gzipSync } = await import('node:zlib');
  const { createHash } = await import('node:crypto');
  const [first] = chunks;
  const told = session.events.slice(0, first!.events);
  const bytes = new Uint8Array(gzipSync(JSON.stringify([...told].reverse())));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const ref = { ...first!, sha256, bytes: bytes.length };
  const backwards = { ...session, chunks: [ref], objects: new Map(objects).set(ref.path, bytes) };
  const desk = new FakeDesk(backwards);
  for (const at of [first!.endsMs - 100, 300, first!.endsMs - 100])
    expect(await desk.show(0, at)).toBe('shown');
  const sorted = [...told].reverse().sort((a, b) => a.timestamp - b.timestamp);
  const time = startedAt + first!.endsMs - 100;
  expect(desk.screen.written(time)).toEqual(freshPage(sorted, time));
});

test('a keyframe whose sheets turn out too heavy is gone around at once', async () => {
  const { keyframe, startsMs } = middle();
  const heavy = keyframe!.sheets[0]!.path;
  const asked: string[] = [];
  const desk = new FakeDesk(session, (path, objects) => {
    asked.push(path);
    return path === heavy
      ? Promise.resolve(new Uint8Array(5 * 1024 * 1024))
      : fromObjects(path, objects);
  });
  expect(await desk.show(0, startsMs + 500)).toBe('shown');
  expect(asked.filter((path) => path === heavy)).toHaveLength(1);
  const at = startsMs + 500;
  expect(desk.screen.written(session.startedAt + at)).toEqual(pageAt(session, at));
});
