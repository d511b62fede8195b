import { gunzipSync, gzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { recordingPlugin } from '#core/plugin-events.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { linePair } from '#tests/delivery/line-pair.ts';
import { MemoryShelf } from '#tests/delivery/memory-shelf.ts';
import { deskSite, ServerDouble, someTime } from '#tests/delivery/server-double.ts';
import { VirtualClock } from '#tests/delivery/virtual-clock.ts';
import { ApiFailure } from './api-failure.ts';
import { Keeper } from './keeper.ts';
import type { FromKeeper, OpenRecording, ToKeeper } from './keeper-messages.ts';
import type { StreamRow } from './kept-recording.ts';

function world() {
  const clock = new VirtualClock(someTime);
  const shelf = new MemoryShelf();
  const server = new ServerDouble();
  let made = 0;
  const settings = { url: 'https://x.test', key: 'sb_publishable_x', recorderKey: 'desk' };
  const keeper = () =>
    new Keeper({
      settings,
      shelf,
      api: server,
      clock: clock.of(() => true),
      randomHex: (bytes) => (made++).toString(16).padStart(bytes * 2, '0'),
      chance: () => 0.5,
      gzip: async (bytes) => gzipSync(bytes, { mtime: 0 }) as Uint8Array<ArrayBuffer>,
    });
  const page = (at: Keeper) => {
    const { near, far } = linePair<ToKeeper, FromKeeper>();
    const heard: FromKeeper[] = [];
    near.listen((message) => heard.push(message));
    const { stop } = at.serve(far);
    let next = 0;
    const last = <K extends FromKeeper['kind']>(kind: K) =>
      heard.findLast((message) => message.kind === kind) as
        (FromKeeper & { readonly kind: K }) | undefined;
    const recording = (): OpenRecording => last('recording')!.recording;
    const emit = (count: number) => {
      const events = Array.from({ length: count }, (_, index) => event(clock.now(), next + index));
      const { session, tab } = recording();
      near.send({ kind: 'events', session, tab, first: next, events });
      next += count;
    };
    const stopRecording = () => {
      const { session, tab } = recording();
      const data = { plugin: recordingPlugin, payload: { act: 'stop' } };
      const events = [{ type: 6, data, timestamp: clock.now() }];
      near.send({ kind: 'events', session, tab, first: next, events });
      near.send({ kind: 'stop' });
    };
    return { stopRecording, send: near.send, heard, last, recording, emit, stop };
  };
  return { clock, shelf, server, keeper, page };
}

const event = (timestamp: number, number: number): RecordedEvent => ({
  type: 3,
  data: { source: 99, number },
  timestamp,
});

const storedNumbers = (server: ServerDouble, tab = 0) =>
  [...server.sessions.values()].flatMap((stored) =>
    server
      .chunksOf(stored, tab)
      .flatMap(({ bytes }) =>
        (JSON.parse(strFromU8(gunzipSync(bytes))) as RecordedEvent[]).map(
          ({ data }) => (data as { number?: number }).number,
        ),
      ),
  );

test('a recording is asked for, kept, delivered and sealed, and leaves nothing behind', async () => {
  const { clock, shelf, server, keeper, page } = world();
  const tab = page(keeper());
  tab.send({ kind: 'join', site: deskSite });
  await clock.pass(10);
  expect(tab.last('ask')?.terms.notice.version).toBe(1);
  tab.send({ kind: 'answer', purposes: ['training'] });
  await clock.pass(10);
  expect(tab.recording()).toMatchObject({ tab: 0, next: 0, paused: false });
  tab.emit(5);
  await clock.pass(10);
  expect(tab.last('kept')?.through).toBe(4);
  await clock.pass(16_000);
  expect(storedNumbers(server)).toEqual([0, 1, 2, 3, 4]);
  tab.emit(3);
  tab.stopRecording();
  await clock.pass(2000);
  tab.send({ kind: 'leave' });
  await clock.pass(5000);
  expect(tab.last('ended')?.why).toBe('stopped');
  const [stored] = server.sessions.values();
  expect(stored).toMatchObject({ state: 'sealed', head: { chunks: { 0: 2 }, gaps: [] } });
  expect(storedNumbers(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, undefined]);
  expect(shelf.dump().map((key) => key.split('/')[1])).toEqual(['answer', 'contributor']);
});

/** A page with two style sheets, of which one is new after half a minute. */
async function recordStyledPage({ clock, server, keeper, page }: ReturnType<typeof world>) {
  const tab = page(keeper());
  tab.send({ kind: 'join', site: deskSite });
  await clock.pass(10);
  tab.send({ kind: 'answer', purposes: ['training'] });
  await clock.pass(10);
  const { session, tab: number } = tab.recording();
  let first = 0;
  const send = async (...events: Omit<RecordedEvent, 'timestamp'>[]) => {
    const timestamp = clock.now();
    const timed = events.map((each) => ({ ...each, timestamp }));
    tab.send({ kind: 'events', session, tab: number, first, events: timed });
    first += events.length;
    await clock.pass(31_000);
  };
  const styled = (id: number, letter: string) => ({
    id,
    type: 2,
    tagName: 'style',
    attributes: { _cssText: letter.repeat(1100) },
    childNodes: [],
  });
  const html = { id: 9, type: 2, tagName: 'html', attributes: {}, childNodes: [styled(2, 'a')] };
  const adds = [{ parentId: 9, nextId: null, node: styled(3, 'b') }];
  await send(
    { type: 4, data: { href: deskSite, width: 1, height: 1 } },
    { type: 2, data: { node: { id: 1, type: 0, childNodes: [html] } } },
  );
  await send({ type: 3, data: { source: 0, adds, removes: [], texts: [], attributes: [] } });
  await send({ type: 3, data: { source: 99 } });
  const [stored] = server.sessions.values();
  return { tab, chunks: server.chunksOf(stored!, 0) };
}

test('each style sheet of a tab is stored once, however many keyframes refer to it', async () => {
  const { tab, chunks } = await recordStyledPage(world());
  expect(chunks.map(({ keyframe }) => keyframe?.sheets?.length)).toEqual([undefined, 1, 2]);
  expect(chunks.map(({ keyframe }) => keyframe?.newSheets?.length)).toEqual([undefined, 1, 1]);
  expect(tab.last('refused')).toBeUndefined();
});

test('what was recorded does not wait for a keyframe that is refused for good', async () => {
  const opened = world();
  const upload = opened.server.upload.bind(opened.server);
  opened.server.upload = (path, bytes) =>
    path.endsWith('.css.gz')
      ? Promise.reject(new ApiFailure('forbidden', 'There is no room for this.'))
      : upload(path, bytes);
  const { chunks } = await recordStyledPage(opened);
  expect(chunks.map(({ events, keyframe }) => [events, keyframe])).toEqual([
    [2, undefined],
    [1, undefined],
    [1, undefined],
  ]);
});

test('whoever follows a tab after a reload knows what was followed before it', async () => {
  const { clock, shelf, keeper, page } = world();
  const first = page(keeper());
  first.send({ kind: 'join', site: deskSite });
  await clock.pass(10);
  first.send({ kind: 'answer', purposes: ['training'] });
  await clock.pass(10);
  first.emit(3);
  first.send({ kind: 'leave' });
  await clock.pass(100);
  const { session, tab } = first.recording();
  const second = page(keeper());
  second.send({ kind: 'join', site: deskSite, tab: { session, tab } });
  await clock.pass(100);
  const [row] = shelf.dump().filter((key) => key.includes('/stream/'));
  const followed = async () => (await shelf.read<StreamRow>(row!))?.fold?.events ?? 0;
  const before = await followed();
  second.send({ kind: 'events', session, tab, first: 3, events: [event(clock.now(), 3)] });
  second.send({ kind: 'leave' });
  await clock.pass(100);
  expect(before).toBeGreaterThanOrEqual(3);
  expect(await followed()).toBeGreaterThan(before);
});

/** A recording of which a page's line broke after three events, and that was stopped from elsewhere. */
async function stopBehindBrokenLine({ clock, keeper, page }: ReturnType<typeof world>) {
  const at = keeper();
  const first = page(at);
  first.send({ kind: 'join', site: deskSite });
  await clock.pass(10);
  first.send({ kind: 'answer', purposes: ['training'] });
  await clock.pass(10);
  first.emit(3);
  await clock.pass(10);
  const { session, tab } = first.recording();
  const stopped = first.stop();
  const other = page(at);
  other.send({ kind: 'join', site: deskSite });
  await clock.pass(10);
  other.send({ kind: 'stop' });
  await clock.pass(10);
  other.send({ kind: 'leave' });
  await stopped;
  return { again: page(at), session, tab };
}

test('a page whose line broke before the stop hands over what it has, and records nothing more', async () => {
  const opened = world();
  const { clock, server, shelf } = opened;
  const { again, session, tab } = await stopBehindBrokenLine(opened);
  again.send({ kind: 'join', site: deskSite, over: true, tab: { session, tab, from: 3 } });
  await clock.pass(10);
  expect(again.recording()).toMatchObject({ session, tab, next: 3, paused: true });
  expect(again.last('ended')?.why).toBe('stopped');
  const data = { plugin: recordingPlugin, payload: { act: 'pause' } };
  const events = [event(clock.now(), 3), { type: 6, data, timestamp: clock.now() }];
  again.send({ kind: 'events', session, tab, first: 3, events });
  again.send({ kind: 'leave' });
  await clock.pass(10_000);
  const [stored] = server.sessions.values();
  expect(stored).toMatchObject({ state: 'sealed', head: { gaps: [] } });
  expect(storedNumbers(server)).toEqual([0, 1, 2, 3, undefined]);
  expect(shelf.dump().map((key) => key.split('/')[1])).toEqual(['answer', 'contributor']);
});

test('a page that comes when all is delivered is told that it is over, and nothing begins', async () => {
  const opened = world();
  const { clock, server } = opened;
  const { again, session, tab } = await stopBehindBrokenLine(opened);
  await clock.pass(120_000);
  expect([...server.sessions.values()]).toMatchObject([{ state: 'sealed' }]);
  again.send({ kind: 'join', site: deskSite, over: true, tab: { session, tab, from: 3 } });
  await clock.pass(10_000);
  expect(again.heard).toEqual([{ kind: 'ended', why: 'stopped' }]);
  expect(server.sessions.size).toBe(1);
});

test('a page that says nothing to a stop may have had more: that is a named gap', async () => {
  const { clock, server, keeper, page } = world();
  const at = keeper();
  const tab = page(at);
  tab.send({ kind: 'join', site: deskSite });
  await clock.pass(10);
  tab.send({ kind: 'answer', purposes: ['training'] });
  await clock.pass(10);
  tab.send({ kind: 'stop' });
  await clock.pass(60_000);
  const [stored] = server.sessions.values();
  expect(stored).toMatchObject({ state: 'sealed', head: { gaps: [{ reason: 'lost' }] } });
});
