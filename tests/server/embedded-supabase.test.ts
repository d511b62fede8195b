import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Supabase } from '#data/supabase.ts';
import { startEmbedded, type Embedded } from '../embedded.ts';
import { findPostgres } from '../postgres.ts';

const password = 'a long enough password';

describe.each(['pglite', 'postgres'] as const)('on %s', (kind) => {
  describe.skipIf(kind === 'postgres' && !findPostgres())('', () => {
    let server: Embedded;
    let service: Supabase;
    const client = () => connect(server.url, server.keys.publishableKey);

    async function newcomer(email: string): Promise<Supabase> {
      const made = client();
      const { error } = await made.auth.signUp({ email, password });
      expect(error).toBeNull();
      return made;
    }

    beforeAll(async () => {
      server = await startEmbedded({ kind });
      service = connect(server.url, server.keys.secretKey);
    });
    afterAll(() => server?.stop());

    test('people sign up, sign in and refresh', async () => {
      const email = 'signs@example.test';
      await newcomer(email);
      const again = client();
      const wrong = await again.auth.signInWithPassword({ email, password: 'something else' });
      expect(wrong.error?.code).toBe('invalid_credentials');
      const { data, error } = await again.auth.signInWithPassword({ email, password });
      expect(error).toBeNull();
      expect(data.user?.email).toBe(email);
      const refreshed = await again.auth.refreshSession();
      expect(refreshed.error).toBeNull();
      expect(refreshed.data.session?.refresh_token).not.toBe(data.session?.refresh_token);
    });

    test('there is no other way in, and no code to guess', async () => {
      const email = 'codes@example.test';
      const person = await newcomer(email);
      const sentence = 'This server knows people by e-mail and password only.';
      const tried = [
        await person.auth.signInWithOtp({ email }),
        await person.auth.resetPasswordForEmail(email),
        await person.auth.verifyOtp({ email, token: '123456', type: 'email' }),
        await person.auth.admin.listUsers(),
      ];
      expect(tried.map(({ error }) => error?.message)).toEqual(tried.map(() => sentence));
      expect((await client().auth.signInAnonymously()).error).not.toBeNull();
    });

    test('a token signed with another secret is refused', async () => {
      const forged = [
        { alg: 'HS256', typ: 'JWT' },
        { role: 'service_role', sub: crypto.randomUUID(), exp: 9_999_999_999 },
      ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
      const answer = await fetch(`${server.url}/rest/v1/projects`, {
        headers: {
          apikey: server.keys.publishableKey,
          authorization: `Bearer ${forged.join('.')}.${randomBytes(32).toString('base64url')}`,
        },
      });
      expect(answer.status).toBe(401);
    });

    test('a request without any key is nobody’s, not the owner’s', async () => {
      const answer = await fetch(`${server.url}/rest/v1/projects`);
      expect(answer.status).toBe(401);
    });

    test('row-level security and grants hold: the library widens nothing', async () => {
      const person = await newcomer('maker@example.test');
      const made = await person.rpc('create_project', { p_name: 'Mine', p_slug: `mine-${kind}` });
      expect(made.error).toBeNull();
      const mine = await person.from('projects').select('id');
      expect(mine.data).toEqual([{ id: made.data }]);
      const stranger = await newcomer('stranger@example.test');
      expect((await stranger.from('projects').select()).data).toEqual([]);
      const forced = await stranger
        .from('members')
        .insert({ project_id: made.data, user_id: crypto.randomUUID(), role: 'admin' });
      expect(forced.error?.code).toBe('42501');
      expect((await client().from('projects').select()).error?.code).toBe('42501');
    });

    test('schemas that are not the API’s are closed, also to the secret key', async () => {
      for (const schema of ['auth', 'private', 'storage', 'supabase_migrations'])
        expect((await service.schema(schema).from('users').select()).status).toBe(406);
      expect(
        (await fetch(`${server.url}/_system/introspect`)).headers.get('content-type'),
      ).not.toMatch(/json/);
    });

    test('requests under way at once never see each other’s person', async () => {
      const people = await Promise.all(
        ['one', 'two', 'three', 'four'].map(async (name) => {
          const person = await newcomer(`${name}@example.test`);
          await person.rpc('set_my_name', { p_name: name });
          return { name, person };
        }),
      );
      const rounds = Array.from({ length: 25 }, () => people).flat();
      const seen = await Promise.all(
        rounds.map(async ({ name, person }) => {
          const { data } = await person.from('profiles').select('name');
          return { name, data };
        }),
      );
      for (const { name, data } of seen) expect(data).toEqual([{ name }]);
    });

    test('an error of ours arrives with its status and its sentence', async () => {
      const { error, status } = await (
        await newcomer('errs@example.test')
      ).rpc('withdraw_session', {
        p_session: crypto.randomUUID(),
      });
      expect({ status, code: error?.code, message: error?.message }).toEqual({
        status: 404,
        code: 'PT404',
        message: 'There is no such session of yours.',
      });
    });

    test('objects come back as they went, whole and in part', async () => {
      const bytes = randomBytes(5 * 1024 * 1024);
      const bucket = service.storage.from('recordings');
      const forms = { blob: new Blob([bytes], { type: 'application/gzip' }), bytes };
      for (const [name, body] of Object.entries(forms)) {
        const { error } = await bucket.upload(`test/${name}`, body, {
          contentType: 'application/gzip',
        });
        expect(error).toBeNull();
        const { data } = await bucket.download(`test/${name}`);
        expect(Buffer.from(await data!.arrayBuffer()).equals(bytes)).toBe(true);
        expect(data!.type).toBe('application/gzip');
        const part = await fetch(`${server.url}/storage/v1/object/recordings/test/${name}`, {
          headers: { apikey: server.keys.secretKey, range: 'bytes=1000-1999' },
        });
        expect(part.status).toBe(206);
        expect(part.headers.get('content-range')).toBe(`bytes 1000-1999/${bytes.length}`);
        expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(1000, 2000))).toBe(true);
      }
    });

    test('an object is written once, also by two at the same time', async () => {
      const bucket = service.storage.from('recordings');
      const bodies = ['first', 'other'].map((text) => Buffer.from(text));
      const answers = await Promise.all(bodies.map((body) => bucket.upload('test/once', body)));
      expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
      const kept = bodies[answers.findIndex(({ error }) => error === null)];
      const { data } = await bucket.download('test/once');
      expect(Buffer.from(await data!.arrayBuffer())).toEqual(kept);
    });

    test('an upload that breaks off leaves nothing, and can be sent again', async () => {
      const controller = new AbortController();
      const half = new ReadableStream({
        start: (stream) => stream.enqueue(new Uint8Array(1000)),
        pull: () => controller.abort(),
      });
      await expect(
        fetch(`${server.url}/storage/v1/object/recordings/test/half`, {
          method: 'POST',
          headers: { apikey: server.keys.secretKey, 'content-length': '5000' },
          body: half,
          signal: controller.signal,
          duplex: 'half',
        } as RequestInit),
      ).rejects.toThrow();
      const bucket = service.storage.from('recordings');
      expect((await bucket.download('test/half')).error).not.toBeNull();
      expect((await bucket.upload('test/half', Buffer.alloc(5000))).error).toBeNull();
    });

    test('a removed object is gone', async () => {
      const bucket = service.storage.from('recordings');
      await bucket.upload('test/gone', Buffer.from('x'));
      expect((await bucket.remove(['test/gone'])).data).toHaveLength(1);
      expect((await bucket.download('test/gone')).error).not.toBeNull();
    });

    test('nobody gets an address that would outlive their right to read', async () => {
      const bucket = service.storage.from('recordings');
      await bucket.upload('test/signed', Buffer.from('x'));
      const { data, error } = await bucket.createSignedUrl('test/signed', 60);
      expect(data).toBeNull();
      expect(error?.message).toBe('This server gives out no signed addresses.');
    });

    test('strangers can’t list, read, overwrite or remove objects', async () => {
      const stranger = (await newcomer('lists@example.test')).storage.from('recordings');
      await service.storage.from('recordings').upload('test/closed', Buffer.from('x'));
      expect((await stranger.list('test')).data).toEqual([]);
      expect((await stranger.download('test/closed')).error).not.toBeNull();
      expect((await stranger.update('test/closed', Buffer.from('y'))).error).not.toBeNull();
      expect((await stranger.remove(['test/closed'])).data).toEqual([]);
      expect((await service.storage.from('recordings').download('test/closed')).error).toBeNull();
    });

    test('the log holds no key, no token and no address', async () => {
      await (await newcomer('logged@example.test')).rpc('no_such_function');
      const log = await readFile(join(server.dataDir, 'server.log'), 'utf8').catch(() => '');
      const { publishableKey, secretKey } = server.keys;
      for (const secret of [publishableKey, secretKey, password, 'example.test', 'eyJ'])
        expect(log).not.toContain(secret);
    });
  });
});
