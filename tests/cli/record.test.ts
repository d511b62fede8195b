import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ProjectId, SessionId } from '#core/ids.ts';
import { linkRecordings } from '#data/contributor.ts';
import { signUp } from '#data/people.ts';
import { createProject, publishNotice } from '#data/projects.ts';
import { createRecorderKey } from '#data/recorder-keys.ts';
import { openSession, readTracks } from '#data/sessions.ts';
import { connect, type Supabase } from '#data/supabase.ts';
import { startEmbedded, type Embedded } from '#tests/embedded.ts';
import { runCli } from './run-cli.ts';
import { serveSite, type WalkSite } from './walk-sites.ts';

// A browser, a server and a command as processes of their own take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let folder: string;
let server: Embedded;
let admin: Supabase;
let project: ProjectId;
let reader: Supabase | undefined;
let key: string;
const sites: WalkSite[] = [];

interface Told {
  readonly state: string;
  readonly sessions: readonly { readonly id: SessionId; readonly url: string }[];
  readonly notRecorded: readonly { readonly site: string; readonly why: string }[];
  readonly waiting?: { readonly folder: string; readonly isServerThere: boolean };
}

/** On the same data and the same port, as after a crash. */
async function startServer(port = 0): Promise<void> {
  server = await startEmbedded({ dataDir: join(folder, 'data'), port });
}

beforeAll(async () => {
  if (!existsSync('dist/recorder/bound-page.js'))
    await build({ mode: 'recorder', logLevel: 'error' });
  folder = await mkdtemp(join(tmpdir(), 'tasktape-record-'));
  await startServer();
  sites.push(
    await serveSite('Desk', { '/server-goes': () => server.stop(), '/server-comes': comes }),
    await serveSite('Shop'),
    await serveSite('Elsewhere'),
  );
  admin = connect(server.url, server.keys.publishableKey);
  await signUp(admin, 'The admin', 'admin@example.org', 'correct horse battery');
  project = await createProject(admin, 'Order desk', 'desk');
  await publishNotice(admin, project, 'We record you to train models.', ['training', 'evaluation']);
  key = await createRecorderKey(
    admin,
    project,
    'walk',
    sites.slice(0, 2).map(({ origin }) => origin),
  );
});

afterAll(async () => {
  await server?.stop();
  await Promise.all(sites.map((site) => site.close()));
  await rm(folder, { recursive: true, force: true });
});

const record = (...args: string[]) =>
  runCli(['record', `${sites[0]!.origin}/`, '--data', server.dataDir, '--headless', ...args], {
    TASKTAPE_RECORDER_KEY: key,
    WALK_SITES: sites.map(({ origin }) => origin).join(' '),
  });

const comes = () => startServer(Number(new URL(server.url).port));

/** The contributor reads what came of it, by nothing but the link that was printed. */
async function readRecorded({ id, url }: Told['sessions'][number]) {
  reader ??= await signUpReader();
  await linkRecordings(reader, new URL(url).hash.replace('#contributor=', ''));
  const opened = await openSession(reader, id, 'contributor');
  return { ...opened, tracks: await readTracks(reader, id, opened.chunks.length) };
}

async function signUpReader(): Promise<Supabase> {
  const client = connect(server.url, server.keys.publishableKey);
  await signUp(client, 'Cora', 'cora@example.org', 'correct horse battery');
  return client;
}

test('a walk over two sites and three tabs is one whole session, though the server was away', async () => {
  const run = await record(
    '--script',
    'tests/cli/record-walk.ts',
    '--consent',
    'training',
    '--json',
  );
  expect(run.stderr).toContain('Recording.');
  const told = run.json<Told>();

  expect(told).toMatchObject({ state: 'stored', sessions: [{}] });
  expect(told.notRecorded).toEqual([
    { site: sites[2]!.origin, why: expect.stringContaining('not on the list') },
  ]);

  const opened = await readRecorded(told.sessions[0]!);
  const { chunks, tracks } = opened;
  const keysOf = (wanted: number) =>
    tracks
      .filter((_, index) => chunks[index]?.tab === wanted)
      .flatMap(({ keystrokes }) => keystrokes.map((keystroke) => keystroke.class));
  expect([...new Set(chunks.map(({ tab }) => tab))].sort()).toEqual([0, 1, 2]);
  expect(keysOf(0)).toEqual(Array(7).fill('letter'));
  expect(keysOf(1)).toEqual(Array(3).fill('letter'));
  expect(keysOf(2)).toEqual(['letter']);
  expect(opened.gaps).toEqual([]);
  // Words that are no interface words are masked in addresses too.
  const visited = tracks.flatMap(({ pages }) => pages.map(({ url }) => url.replace(/~\w+/, '~')));
  const [desk, shop] = sites.map(({ origin }) => origin);
  expect([...new Set(visited)].sort()).toEqual(
    [`${desk}/`, `${desk}/orders/~`, `${desk}/window`, `${shop}/`, `${shop}/~`].sort(),
  );
  expect(run.code).toBe(0);
});

test('what could not be sent waits on this machine until it is resumed', async () => {
  const stranded = await record(
    '--script',
    'tests/cli/record-stranded.ts',
    '--consent',
    'training',
    '--json',
  );
  await comes();
  const told = stranded.json<Told>();
  expect(told).toMatchObject({ state: 'waiting', waiting: { isServerThere: false } });
  expect(stranded.code).toBe(3);

  const resumed = await runCli(['record', '--resume', '--data', server.dataDir]);
  expect(resumed).toMatchObject({ code: 0, stdout: expect.stringContaining('Delivered to') });
  const { tracks, gaps } = await readRecorded(told.sessions[0]!);
  expect(tracks.flatMap(({ keystrokes }) => keystrokes)).toHaveLength(5);
  expect(gaps).toEqual([]);
  const again = await runCli(['record', '--resume', '--data', server.dataDir]);
  expect(again.stdout).toBe('Nothing waits here.\n');
});

test('a call that makes no sense is told before a browser opens', async () => {
  const inPlace = await runCli(['record', 'https://desk.example', '--consent', 'training']);
  expect(inPlace).toMatchObject({ code: 2, stderr: expect.stringContaining('--headless only') });
  const unseen = await runCli(['record', 'https://desk.example', '--headless']);
  expect(unseen).toMatchObject({ code: 2, stderr: expect.stringContaining('needs --script') });
  const nowhere = await runCli(['record', 'desk']);
  expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('http or https') });
  const stranger = await runCli(['record', sites[0]!.origin, '--data', server.dataDir]);
  expect(stranger).toMatchObject({ code: 2, stderr: expect.stringContaining('recorder key') });
});

test('a wrong key, a site off the list and purposes nobody asks for are told before a browser opens', async () => {
  const walk = ['--script', 'tests/cli/record-walk.ts', '--consent'];
  const wrong = await record(...walk, 'training', '--key', 'rk_wrong');
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/key/) });
  const research = await record(...walk, 'research');
  expect(research).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('does not ask for research'),
  });
  const off = await runCli(['record', sites[2]!.origin, '--data', server.dataDir, '--key', key]);
  expect(off).toMatchObject({ code: 1, stderr: expect.stringContaining(sites[2]!.origin) });
});
