/** A keeper against the real database and Storage, from the first question to the last object. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordingPlugin } from '#core/plugin-events.ts';
import { connect, type Supabase } from '#data/supabase.ts';
import { Keeper } from '#delivery/keeper.ts';
import type { FromKeeper, OpenRecording, ToKeeper } from '#delivery/keeper-messages.ts';
import { gunzipText } from '#delivery/gzip.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { sketchSession } from '#actions/sketch-session.ts';
import { startEmbedded, type Embedded } from '../embedded.ts';
import { linePair } from './line-pair.ts';
import { MemoryShelf } from './memory-shelf.ts';

const site = 'https://desk.test';
let server: Embedded;
let admin: Supabase;
let service: Supabase;
let recorderKey: string;
let project: string;

beforeAll(async () => {
  server = await startEmbedded();
  service = connect(server.url, server.keys.secretKey);
  admin = connect(server.url, server.keys.publishableKey);
  await admin.auth.signUp({ email: 'admin@example.test', password: 'a long enough password' });
  const ask = async (name: string, values: object) => {
    const { data, error } = await admin.rpc(name, values);
    expect(error).toBeNull();
    return data as string;
  };
  project = await ask('create_project', { p_name: 'Desk', p_slug: 'desk' });
  const notice = { p_project: project, p_text: 'What and why', p_purposes: ['training'] };
  await ask('publish_notice', notice);
  const key = { p_project: project, p_name: 'desk', p_sites: [site] };
  recorderKey = await ask('create_recorder_key', key);
});
afterAll(() => server?.stop());

/** A person's machine with one page on it, who agrees to everything. */
function machine() {
  const shelf = new MemoryShelf();
  const settings = { url: server.url, key: server.keys.publishableKey, recorderKey };
  const keeper = new Keeper({ settings, shelf });
  const { near, far } = linePair<ToKeeper, FromKeeper>();
  const heard: FromKeeper[] = [];
  near.listen((message) => {
    heard.push(message);
    if (message.kind === 'ask') near.send({ kind: 'answer', purposes: ['training'] });
  });
  keeper.serve(far);
  let next = 0;
  const hears = <K extends FromKeeper['kind']>(kind: K) =>
    expect
      .poll(() => heard.some((message) => message.kind === kind), { timeout: 20_000 })
      .toBe(true);
  const recording = (): OpenRecording =>
    heard.findLast((message) => message.kind === 'recording')!.recording;
  const emit = (events: readonly RecordedEvent[]) => {
    const { session, tab } = recording();
    near.send({ kind: 'events', session, tab, first: next, events });
    next += events.length;
    return events;
  };
  /** What a page says last, and its work before it. */
  const work = (act: 'leave' | 'stop') => {
    const startedAt = Date.now();
    const data = { plugin: recordingPlugin, payload: { act } };
    const seen = sketchSession('h@100 i@200 click:save@900', { startedAt });
    return emit([...seen, { type: 6, data, timestamp: startedAt + 1000 }]);
  };
  const isDelivered = () => expect.poll(() => keeper.waiting(), { timeout: 30_000 }).toBe(0);
  return { shelf, keeper, send: near.send, heard, hears, recording, work, isDelivered };
}

const stateOf = async (session: string) =>
  (await service.from('sessions').select('state, gaps, keystrokes').eq('id', session)).data?.[0];

async function pathsOf(session: string): Promise<string[]> {
  const { data } = await service.from('chunks').select('path').eq('session_id', session);
  return (data ?? []).map(({ path }) => path as string);
}

/** Which of these objects can still be had, by whoever may have everything. */
async function left(paths: readonly string[]): Promise<string[]> {
  const bucket = service.storage.from('recordings');
  const got = await Promise.all(paths.map((path) => bucket.download(path)));
  return paths.filter((_, index) => got[index]?.data);
}

test('what was recorded is stored byte by byte, sealed without a gap, and gone from the machine', async () => {
  const { shelf, keeper, send, hears, recording, work, isDelivered } = machine();
  send({ kind: 'join', site });
  await hears('recording');
  const { session } = recording();
  const emitted = work('stop');
  send({ kind: 'stop' });
  await hears('ended');
  await isDelivered();
  expect(await stateOf(session)).toEqual({ state: 'sealed', gaps: [], keystrokes: 2 });
  const { data: chunks } = await service
    .from('chunks')
    .select('path, track')
    .eq('session_id', session)
    .order('seq');
  const stored: RecordedEvent[] = [];
  for (const { path } of chunks!) {
    const { data } = await service.storage.from('recordings').download(path);
    const bytes = new Uint8Array(await data!.arrayBuffer());
    stored.push(...(JSON.parse(await gunzipText(bytes)) as RecordedEvent[]));
  }
  expect(stored).toEqual(emitted);
  expect(shelf.dump().map((key) => key.split('/')[1])).toEqual(['answer', 'contributor']);
  keeper.stop();
});

test('stop and discard takes back what was sent as well', async () => {
  const { shelf, keeper, send, heard, hears, recording, work, isDelivered } = machine();
  send({ kind: 'join', site });
  await hears('recording');
  const { session, tab } = recording();
  work('leave');
  send({ kind: 'leave' });
  await expect.poll(() => pathsOf(session), { timeout: 20_000 }).toHaveLength(1);
  const paths = await pathsOf(session);
  expect(await left(paths)).toEqual(paths);
  send({ kind: 'join', site, tab: { session, tab } });
  await expect.poll(() => heard.filter(({ kind }) => kind === 'recording').length).toBe(2);
  send({ kind: 'discard' });
  await hears('ended');
  expect(shelf.dump().filter((key) => key.includes('/recording/'))).toEqual([]);
  await isDelivered();
  expect(await left(paths)).toEqual([]);
  expect((await stateOf(session))?.state).toBe('discarded');
  keeper.stop();
});

test('a withdrawal reaches the server and the objects', async () => {
  const { shelf, keeper, send, heard, hears, recording, work, isDelivered } = machine();
  send({ kind: 'join', site });
  await hears('recording');
  const { session, tab } = recording();
  work('leave');
  send({ kind: 'leave' });
  await expect.poll(() => pathsOf(session), { timeout: 20_000 }).toHaveLength(1);
  const paths = await pathsOf(session);
  expect(await left(paths)).toEqual(paths);
  send({ kind: 'join', site, tab: { session, tab } });
  await expect.poll(() => heard.filter(({ kind }) => kind === 'recording').length).toBe(2);
  send({ kind: 'withdraw' });
  await hears('ended');
  await isDelivered();
  expect((await stateOf(session))?.state).toBe('withdrawn');
  expect(await left(paths)).toEqual([]);
  expect(shelf.dump().map((key) => key.split('/')[1])).toEqual(['answer']);
  keeper.stop();
});

test('a site off the list and an unknown key are refused with a sentence', async () => {
  const stranger = machine();
  stranger.send({ kind: 'join', site: 'https://elsewhere.test' });
  await stranger.hears('refused');
  expect(stranger.heard.at(-1)).toMatchObject({
    why: expect.stringContaining('https://elsewhere.test'),
  });
  stranger.keeper.stop();
  const settings = { url: server.url, key: server.keys.secretKey, recorderKey: randomUUID() };
  expect(() => new Keeper({ settings, shelf: new MemoryShelf() })).toThrow(/secret key/);
});

test('a new notice closes the recording and asks again', async () => {
  const { keeper, send, heard, hears, recording, work, isDelivered } = machine();
  send({ kind: 'join', site });
  await hears('recording');
  const { session } = recording();
  const notice = { p_project: project, p_text: 'Something new', p_purposes: ['training'] };
  expect((await admin.rpc('publish_notice', notice)).error).toBeNull();
  work('stop');
  const asked = () => heard.filter((message) => message.kind === 'ask').length;
  await expect.poll(asked, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => recording().session, { timeout: 20_000 }).not.toBe(session);
  expect(recording().terms.notice).toMatchObject({ version: 2, text: 'Something new' });
  send({ kind: 'stop' });
  await isDelivered();
  expect((await stateOf(session))?.state).toBe('sealed');
  keeper.stop();
});
