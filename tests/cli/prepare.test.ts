/** `tasktape prepare` on sessions that were stored without keyframes. */
import { gunzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ProjectId, SessionId } from '#core/ids.ts';
import type { MadeChunk } from '#core/recording.ts';
import { startImport } from '#data/import-session.ts';
import { signUp } from '#data/people.ts';
import { createProject, publishNotice } from '#data/projects.ts';
import { downloadObject, openSession } from '#data/sessions.ts';
import { connect, type Supabase } from '#data/supabase.ts';
import { putBackCss } from '#dom/css-by-hash.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';
import { sketchSession } from '#actions/sketch-session.ts';
import { sketchSource } from '#ingest/sketch-source.ts';
import { startEmbedded, type Embedded } from '#tests/embedded.ts';
import { runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 300_000 });

let server: Embedded;
let admin: Supabase;
let service: Supabase;
let project: ProjectId;

beforeAll(async () => {
  server = await startEmbedded();
  service = connect(server.url, server.keys.secretKey);
  admin = connect(server.url, server.keys.publishableKey);
  await signUp(admin, 'The admin', 'admin@example.org', 'correct horse battery');
  project = await createProject(admin, 'Order desk', 'desk');
  await publishNotice(admin, project, 'We record you to train models.', ['training']);
});
afterAll(() => server?.stop());

const prepare = (...args: string[]) => runCli(['prepare', ...args, '--data', server.dataDir]);

/** Two and a half minutes on one page with a long style sheet; no two are the same file. */
function styledSession(words: string, more = ''): readonly RecordedEvent[] {
  const keys = [...words].map((letter, i) => `${letter}@${i * 15_000 + 500}`);
  const events = sketchSession(`${keys.join(' ')} ${more}`);
  const snapshot = events.find(({ type }) => type === 2)!;
  const sheet = {
    id: 9_999,
    type: 2,
    tagName: 'style',
    attributes: { _cssText: '.a{color:red}'.repeat(200) },
  };
  const { node } = snapshot.data as {
    node: { childNodes: { tagName?: string; childNodes: object[] }[] };
  };
  node.childNodes
    .find(({ tagName }) => tagName === 'html')!
    .childNodes.push({ ...sheet, childNodes: [] });
  return events;
}

/** Stores it as older versions did; answers the keyframes it would have had. */
async function importWithout(events: readonly RecordedEvent[]) {
  const made: MadeChunk[] = [];
  let id = '' as SessionId;
  let seal = async (_chunks: number) => {};
  let write = async (_chunk: MadeChunk) => {};
  const outcome = await ingestRecording(sketchSource(events), {
    begin: async (head) => {
      const attestation = { contributor: 'p-1', purposes: ['training'] as const };
      const started = await startImport(admin, project, head, attestation);
      if (started.kind !== 'started') throw new Error('It is there already.');
      ({ write, seal, sessionId: id } = started.import);
    },
    write: async (chunk) => {
      made.push(chunk);
      await write({ ...chunk, keyframe: undefined });
    },
  });
  expect(outcome.ok).toBe(true);
  await seal(made.length);
  return { id, made };
}

const open = (id: SessionId) => openSession(admin, id, 'admin', 'a look at the keyframes');

test('adds the keyframes that an import of today has, once', async () => {
  const { id, made } = await importWithout(styledSession('abcdefghij'));
  expect((await open(id)).chunks.some(({ keyframe }) => keyframe)).toBe(false);
  const first = await prepare('--session', id, '--json');
  const wanted = made.filter(({ keyframe }) => keyframe).length;
  expect(wanted).toBeGreaterThan(2);
  expect(first.json()).toMatchObject({
    sessions: [{ session: id, keyframes: wanted, unreadable: 0 }],
  });
  expect(first.code).toBe(0);
  const { chunks } = await open(id);
  expect(chunks.map(({ keyframe }) => keyframe?.sha256)).toEqual(
    made.map(({ keyframe }) => keyframe?.sha256),
  );
  for (const { keyframe } of chunks) {
    if (!keyframe) continue;
    expect(keyframe.sheets).toHaveLength(1);
    const texts = new Map<string, string>();
    for (const { path, sha256 } of keyframe.sheets)
      texts.set(sha256, strFromU8(gunzipSync(await downloadObject(admin, path))));
    const events = JSON.parse(strFromU8(gunzipSync(await downloadObject(admin, keyframe.path))));
    const hashes = keyframe.sheets.map(({ sha256 }) => sha256);
    const whole = putBackCss(events as RecordedEvent[], hashes, (hash) => texts.get(hash));
    expect(JSON.stringify(whole)).toContain('.a{color:red}.a{color:red}');
  }
  const again = await prepare('--all', '--json');
  expect(again.json()).toMatchObject({ sessions: [{ session: id, keyframes: 0 }] });
});

test('says which chunks can not be read, and goes on after the next snapshot', async () => {
  const { id, made } = await importWithout(styledSession('klmnopqrst', 'go:/b@80000'));
  const { chunks } = await open(id);
  expect(made.map(({ keyframe }) => keyframe !== undefined)).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
  await service.storage.from('recordings').remove([chunks[2]!.path]);
  const prepared = await prepare('--session', id);
  expect(prepared.stderr).toContain('1 chunk can not be read: missing or damaged in storage.');
  expect(prepared.stdout).toContain('2 keyframes');
  const after = (await open(id)).chunks.map(({ keyframe }) => keyframe !== undefined);
  expect(after).toEqual([false, true, false, false, true]);
});

test('refuses what it can not do, in a sentence', async () => {
  const neither = await prepare();
  expect(neither).toMatchObject({ code: 2, stderr: expect.stringContaining('--session') });
  const noId = await prepare('--session', 'orders');
  expect(noId).toMatchObject({ code: 2, stderr: expect.stringContaining('not the id') });
  const unknown = await prepare('--session', crypto.randomUUID());
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('no sealed session') });
  const away = await runCli(['prepare', '--all', '--url', server.url, '--data', '/nowhere']);
  expect(away).toMatchObject({ code: 3, stderr: expect.stringContaining('SUPABASE_SECRET_KEY') });
});
