import { readFile, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '#data/supabase.ts';
import { readDemoPeople } from '#server/demo-people.ts';
import { readInstallKeys } from '#server/install-keys.ts';
import { runStart, startChild } from './start-child.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Runs it to its end, which must come by itself. */
async function refusal(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<string> {
  const run = runStart(args, env);
  expect(await run.ended).not.toBe(0);
  expect(run.printed()).not.toMatch(/^\s+at /m);
  return run.printed().trim();
}

test('a port in use is a sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  expect(await refusal(['--data', temporaryFolder(), '--port', `${port}`])).toBe(
    `Port ${port} on 127.0.0.1 is in use. Stop what uses it, or choose another with --port.`,
  );
  other.close();
});

test('demo people are not shown to other machines', async () => {
  expect(await refusal(['--data', temporaryFolder(), '--host', '0.0.0.0'])).toMatch(
    /^The demo people would let anybody who reaches 0\.0\.0\.0 sign in\. Start with --no-demo/,
  );
});

test('a Postgres that is not there is a sentence', async () => {
  const DATABASE_URL = 'postgres://someone:secret-word@127.0.0.1:1/none';
  const said = await refusal(['--data', temporaryFolder(), '--port', '0'], { DATABASE_URL });
  expect(said).toMatch(
    /The Postgres server at 127\.0\.0\.1:1 can't be used: .*Check DATABASE_URL\./,
  );
  expect(said).not.toContain('secret-word');
});

test('a folder held by another is a sentence; what is secret stays in the folder', async () => {
  const dataDir = temporaryFolder();
  const server = await startChild(dataDir, []);
  expect(await refusal(['--data', dataDir, '--port', '0'])).toBe(
    `The data folder ${dataDir} is in use: process ${server.pid} holds it and serves ${server.url}. ` +
      'Stop that process first, or choose another folder with --data.',
  );

  const people = (await readDemoPeople(dataDir))!;
  const admin = people.find(({ role }) => role === 'admin')!;
  const client = connect(server.url, server.publishableKey);
  const { error } = await client.auth.signInWithPassword(admin);
  expect(error).toBeNull();
  const sessions = await client.from('sessions').select('title, state');
  expect(sessions.data?.map(({ state }) => state as string)).toEqual([
    'sealed',
    'sealed',
    'sealed',
  ]);

  const keys = (await readInstallKeys(dataDir))!;
  const secrets = [keys.secretKey, keys.jwtSecret, ...people.map(({ password }) => password)];
  const log = await readFile(join(dataDir, 'server.log'), 'utf8').catch(() => '');
  for (const secret of secrets) expect(server.printed() + log).not.toContain(secret);
  const modes = await Promise.all(
    ['', 'keys.json', 'demo-people.json', 'database', 'objects/unfinished'].map(
      async (name) => (await stat(join(dataDir, name))).mode & 0o077,
    ),
  );
  expect(modes).toEqual([0, 0, 0, 0, 0]);
  expect(await server.end('SIGTERM')).toBe(0);
}, 150_000);

test('a demo cut short by SIGKILL is completed, and not repeated', async () => {
  const dataDir = temporaryFolder();
  const first = runStart(['--data', dataDir, '--port', '0', '--json']);
  await expect.poll(first.printed, { timeout: 100_000 }).toMatch(/Storing/);
  first.child.kill('SIGKILL');
  await first.ended;

  for (const again of [1, 2]) {
    const server = await startChild(dataDir, []);
    const [admin, annotator] = await Promise.all(
      ['admin', 'annotator'].map(async (role) => {
        const client = connect(server.url, server.publishableKey);
        const people = (await readDemoPeople(dataDir))!;
        await client.auth.signInWithPassword(people.find((each) => each.role === role)!);
        return client;
      }),
    );
    const count = async (table: string) =>
      (await admin!.from(table).select('*', { count: 'exact', head: true })).count;
    expect(await count('projects'), `start ${again}`).toBe(1);
    expect(await count('consent_notices')).toBe(1);
    expect(await count('label_sets')).toBe(1);
    const sealed = await admin!.from('sessions').select('id').eq('state', 'sealed');
    expect(sealed.data).toHaveLength(3);
    const project = (await admin!.from('projects').select('id').single()).data!;
    const claimed = await annotator!.rpc('claim_next_session', { p_project: project.id });
    expect(claimed.error).toBeNull();
    expect(await server.end('SIGINT')).toBe(0);
  }
}, 240_000);

test('beside another Supabase it keeps nothing and tells the app where that is', async () => {
  const env = {
    SUPABASE_URL: 'https://abc.supabase.example',
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_there',
  };
  const run = runStart(['--port', '0', '--json'], env);
  await expect.poll(run.printed, { timeout: 60_000 }).toMatch(/^\{"url".*\}$/m);
  const { url } = JSON.parse(/^\{"url".*$/m.exec(run.printed())![0]) as { url: string };
  const answer = await fetch(`${url}/config.json`);
  expect(await answer.json()).toMatchObject({
    supabaseUrl: env.SUPABASE_URL,
    publishableKey: env.SUPABASE_PUBLISHABLE_KEY,
    demo: false,
  });
  expect(answer.headers.get('content-security-policy')).toContain(
    "connect-src 'self' https://abc.supabase.example;",
  );
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
});
