/** A recorder's whole way through real HTTP with nothing but the publishable key. */
import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Supabase } from '#data/supabase.ts';
import { startEmbedded, type Embedded } from '../embedded.ts';
import { findPostgres } from '../postgres.ts';

const site = 'https://desk.test';
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface Started {
  readonly session_id: string;
  readonly capability: string;
}

describe.each(['pglite', 'postgres'] as const)('on %s', (kind) => {
  describe.skipIf(kind === 'postgres' && !findPostgres())('', () => {
    let server: Embedded;
    let recorderKey: string;
    const token = randomBytes(32).toString('hex');

    const headers = (more: Record<string, string> = {}) => ({
      apikey: server.keys.publishableKey,
      'content-type': 'application/json',
      origin: site,
      ...more,
    });
    async function rpc<T>(name: string, args: object): Promise<{ status: number; body: T }> {
      const answer = await fetch(`${server.url}/rest/v1/rpc/${name}`, {
        method: 'POST',
        headers: headers(),
        body: JSON.stringify(args),
      });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      const text = await answer.text();
      return { status: answer.status, body: (text ? JSON.parse(text) : undefined) as T };
    }
    const upload = (name: string, bytes: Uint8Array) =>
      fetch(`${server.url}/storage/v1/object/recordings/${name}`, {
        method: 'POST',
        headers: headers({ 'content-type': 'application/gzip', 'x-upsert': 'false' }),
        body: new Uint8Array(bytes),
      });
    const remove = async (names: readonly string[]) => {
      const answer = await fetch(`${server.url}/storage/v1/object/recordings`, {
        method: 'DELETE',
        headers: headers(),
        body: JSON.stringify({ prefixes: names }),
      });
      return (await answer.json()) as { name: string }[];
    };
    const objects = (session: string) =>
      server.query<{ name: string }>(
        `select name from storage.objects where name like $1 order by name`,
        [`${session}/%`],
      );

    async function start(): Promise<Started> {
      const answer = await rpc<Started>('start_session', {
        p_recorder_key: recorderKey,
        p_contributor_token: token,
        p_site: site,
        p_purposes: ['training'],
        p_notice_version: 1,
        p_policy_version: 1,
        p_started_at: new Date().toISOString(),
        p_format: 1,
      });
      expect(answer.status).toBe(200);
      return answer.body;
    }
    const chunkArgs = (started: Started, bytes: Uint8Array, more: object = {}) => ({
      p_session: started.session_id,
      p_capability: started.capability,
      p_tab: 0,
      p_seq: 0,
      p_starts_ms: 0,
      p_ends_ms: 900,
      p_events: 1,
      p_bytes: bytes.byteLength,
      p_sha256: hash(bytes),
      p_previous_sha256: null,
      p_track: {
        format: 1,
        pages: [{ tab: 0, url: `${site}/orders`, title: 'Orders', startsMs: 0, endsMs: 900 }],
        keystrokes: [],
        actions: [],
        gaps: [],
        activityFromMs: 0,
        activity: [1],
      },
      ...more,
    });
    const stem = ({ session_id, capability }: Started) => `${session_id}/${capability}/0-0`;

    beforeAll(async () => {
      server = await startEmbedded({ kind });
      const admin: Supabase = connect(server.url, server.keys.publishableKey);
      await admin.auth.signUp({ email: 'admin@example.test', password: 'a long enough password' });
      const { data: project } = await admin.rpc('create_project', { p_name: 'P', p_slug: 'pp' });
      await admin.rpc('publish_notice', {
        p_project: project,
        p_text: 'What and why',
        p_purposes: ['training'],
      });
      const made = await admin.rpc('create_recorder_key', {
        p_project: project,
        p_name: 'desk',
        p_sites: [site],
      });
      expect(made.error).toBeNull();
      recorderKey = made.data as string;
      const answered = await rpc('answer_consent', {
        p_recorder_key: recorderKey,
        p_contributor_token: token,
        p_site: site,
        p_notice_version: 1,
        p_purposes: ['training'],
      });
      expect(answered).toMatchObject({ status: 200, body: { pseudonym: /^p-/ } });
    });
    afterAll(() => server?.stop());

    test('terms come in the form the recorder reads', async () => {
      const { body } = await rpc('recorder_terms', { p_recorder_key: recorderKey, p_site: site });
      expect(body).toMatchObject({
        project: 'P',
        notice: { version: 1, text: 'What and why', purposes: ['training'] },
        policy: { version: 1, rules: { format: 1, fieldDefault: 'class', timeQuantumMs: 1 } },
        sites: [site],
        preview_hours: 24,
      });
    });

    test('a page of another site may ask everything a recorder asks', async () => {
      for (const [path, method] of [
        ['/rest/v1/rpc/commit_chunk', 'POST'],
        ['/storage/v1/object/recordings/a/b/0-0.json.gz', 'POST'],
        ['/storage/v1/object/recordings', 'DELETE'],
      ] as const) {
        const asked = 'apikey,authorization,content-type,x-upsert';
        const answer = await fetch(`${server.url}${path}`, {
          method: 'OPTIONS',
          headers: {
            origin: site,
            'access-control-request-method': method,
            'access-control-request-headers': asked,
          },
        });
        expect(answer.ok).toBe(true);
        expect(answer.headers.get('access-control-allow-origin')).toBe('*');
        expect(answer.headers.get('access-control-allow-methods')).toContain(method);
        const allowed = answer.headers.get('access-control-allow-headers')!.toLowerCase();
        for (const name of asked.split(',')) expect(allowed).toContain(name);
      }
    });

    test('a chunk with its keyframe is taken, twice as once; other bytes than told are not', async () => {
      const started = await start();
      const [bytes, keyframe] = [gzipSync('[{"type":3}]'), gzipSync('[{"type":4},{"type":2}]')];
      const args = chunkArgs(started, bytes, {
        p_keyframe_bytes: keyframe.byteLength,
        p_keyframe_sha256: hash(keyframe),
      });
      expect(await rpc('commit_chunk', args)).toMatchObject({ status: 409 });
      expect((await upload(`${stem(started)}.json.gz`, bytes)).status).toBe(200);
      expect(await rpc('commit_chunk', args)).toMatchObject({ status: 409 });
      expect((await upload(`${stem(started)}.key.json.gz`, keyframe)).status).toBe(200);
      const again = await upload(`${stem(started)}.json.gz`, bytes);
      expect([400, 409]).toContain(again.status);
      expect(await again.text()).toMatch(/Duplicate|already exists/);

      const altered = Uint8Array.from(bytes, (byte, i) => (i === 20 ? byte ^ 1 : byte));
      const wrong = await rpc<{ message: string }>(
        'commit_chunk',
        chunkArgs(started, bytes, { p_sha256: hash(altered) }),
      );
      expect(wrong).toMatchObject({
        status: 422,
        body: {
          message: 'Chunk 0 of tab 0 has other bytes in storage than this SHA-256 says.',
        },
      });
      for (let i = 0; i < 2; i++)
        expect((await rpc('commit_chunk', args)).status).toBeLessThan(300);
      const end = { p_session: started.session_id, p_capability: started.capability };
      const sealed = await rpc('seal_session', {
        ...end,
        p_head: { chunks: { 0: 1 }, gaps: [], viewport: { width: 800, height: 600 } },
      });
      expect(sealed.status).toBeLessThan(300);
      expect((await rpc('recording_standing', end)).body).toMatchObject({
        may_record: false,
        why: 'sealed',
      });
    });

    test('what was discarded is deleted by its capability, and by nothing else', async () => {
      const [mine, other] = [await start(), await start()];
      const bytes = gzipSync('[{"type":3}]');
      for (const started of [mine, other]) await upload(`${stem(started)}.json.gz`, bytes);
      const name = `${stem(mine)}.json.gz`;
      expect(await remove([name])).toEqual([]);
      expect(await objects(mine.session_id)).toEqual([{ name }]);

      const discarded = await rpc('discard_session', {
        p_session: mine.session_id,
        p_capability: mine.capability,
      });
      expect(discarded.body).toEqual([name]);
      const guessed = name.replace(mine.capability, '0'.repeat(64));
      await server.query('insert into storage.objects (bucket_id, name) values ($1, $2)', [
        'recordings',
        guessed,
      ]);
      expect(await remove([guessed, `${stem(other)}.json.gz`])).toEqual([]);
      const read = await fetch(`${server.url}/storage/v1/object/recordings/${name}`, {
        headers: headers(),
      });
      expect(read.ok).toBe(false);
      expect((await remove([name])).map((row) => row.name)).toEqual([name]);
      expect(await objects(mine.session_id)).toEqual([{ name: guessed }]);
      expect(await objects(other.session_id)).toHaveLength(1);
    });

    test('a withdrawal by token ends ingest at once, in Storage too', async () => {
      const started = await start();
      const bytes = gzipSync('[{"type":3}]');
      await upload(`${stem(started)}.json.gz`, bytes);
      expect((await rpc('withdraw_recorded', { p_contributor_token: token })).status).toBeLessThan(
        300,
      );
      expect(await rpc('commit_chunk', chunkArgs(started, bytes))).toMatchObject({ status: 403 });
      const late = await upload(`${started.session_id}/${started.capability}/0-1.json.gz`, bytes);
      expect(late.ok).toBe(false);
      const standing = await rpc('recording_standing', {
        p_session: started.session_id,
        p_capability: started.capability,
      });
      expect(standing.body).toMatchObject({ may_record: false, why: 'withdrawn' });
      const withdrawn = await server.query<{ count: number }>(
        `select count(*)::int as count from public.sessions where state in ('recording', 'sealed')`,
      );
      expect(withdrawn).toEqual([{ count: 0 }]);
    });
  });
});
