import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ProjectId, SessionId, TaskId } from '#core/ids.ts';
import type { Role } from '#core/role.ts';
import { noContent } from '#core/content.ts';
import { newTask } from '#core/task.ts';
import { ms } from '#core/time.ts';
import { beginLabeling, decideReview, saveEdits, submitAnnotation } from '#data/annotations.ts';
import { publishLabelSet } from '#data/label-sets.ts';
import { withdrawSession } from '#data/contributor.ts';
import { signUp } from '#data/people.ts';
import { addMember, createProject, publishNotice } from '#data/projects.ts';
import { openSession } from '#data/sessions.ts';
import { connect, type Supabase } from '#data/supabase.ts';
import { startEmbedded, type Embedded } from '#tests/embedded.ts';
import { finished, runCli, startCli } from './run-cli.ts';
import { smallRecording } from './small-recording.ts';

// Every command is a process of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const password = 'correct horse battery';
const emailOf = (role: Role) => `${role}@example.org`;

let server: Embedded;
let folder: string;
let project: ProjectId;
/** What the first test made, for the ones after it. */
const released = { session: '' as SessionId, out: '' };
const clients = new Map<Role, Supabase>();

const run = (role: Role | undefined, ...args: string[]) =>
  runCli([...args, '--data', server.dataDir], role ? credentials(role) : {});
const credentials = (role: Role) => ({
  TASKTAPE_EMAIL: emailOf(role),
  TASKTAPE_PASSWORD: password,
});

beforeAll(async () => {
  server = await startEmbedded();
  folder = await mkdtemp(join(tmpdir(), 'tasktape-cli-'));
  for (const role of ['admin', 'annotator', 'reviewer', 'consumer'] as const) {
    const client = connect(server.url, server.keys.publishableKey);
    await signUp(client, `The ${role}`, emailOf(role), password);
    clients.set(role, client);
  }
  const admin = clients.get('admin')!;
  project = await createProject(admin, 'Order desk', 'desk');
  await publishNotice(admin, project, 'We record you to train models.', ['training', 'evaluation']);
  const intents = [
    { slug: 'order', title: 'Order' },
    { slug: 'order/find', title: 'Find an order' },
  ];
  await publishLabelSet(admin, project, { intents });
  for (const role of ['annotator', 'reviewer', 'consumer'] as const)
    await addMember(admin, project, emailOf(role), role);
});

afterAll(async () => {
  await server?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Labels the session with one task over all of it, and approves that. */
async function approve(session: SessionId): Promise<void> {
  const [annotator, reviewer] = [clients.get('annotator')!, clients.get('reviewer')!];
  await openSession(annotator, session, 'annotator');
  const { annotation, labels } = await beginLabeling(annotator, session);
  const { intents } = labels;
  const task = newTask(
    crypto.randomUUID() as TaskId,
    { startsMs: ms(500), endsMs: ms(7_500) },
    {
      instruction: 'Find order A-1042.',
      intentId: intents[0]!.id,
      outcome: 'success',
      notes: 'nothing',
    },
  );
  await saveEdits(annotator, { annotation: annotation.id }, 0, [{ kind: 'add task', task }], {
    ...noContent,
    tasks: [task],
  });
  const revision = await submitAnnotation(annotator, annotation.id, 1);
  await decideReview(reviewer, annotation.id, revision, 'approve', '');
}

async function recordingFile(name: string, words: string, msPerLetter?: number): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(smallRecording(words, msPerLetter)));
  return file;
}

test('a recording goes in, and comes out as a release that verifies', async () => {
  const file = await recordingFile('first.json', 'A-1042');
  const imported = await run('admin', 'import', file, '--consent', 'training', '--json');
  expect(imported).toMatchObject({ code: 0 });
  const { results, attested } = imported.json<{
    results: { kind: string; sessionId: SessionId; address: string }[];
    attested: object;
  }>();
  expect(attested).toEqual({ by: 'The admin', contributor: 'imported', purposes: ['training'] });
  expect(results).toMatchObject([{ kind: 'stored' }]);
  const session = results[0]!.sessionId;
  expect(results[0]!.address).toBe(`${server.url}/p/desk/sessions/${session}`);

  const again = await run('admin', 'import', file);
  expect(again.stdout).not.toContain('attests');
  expect(again.stdout).toContain(`first.json: already there\n  ${results[0]!.address}`);
  expect(again.code).toBe(0);

  const out = join(folder, 'release');
  const build = ['release', 'build', '--out', out, '--name', 'first light', '--purpose'];
  const early = await run('consumer', ...build, 'training');
  expect(early.stderr).toContain('There is nothing to release for training');
  expect(early.code).toBe(1);
  Object.assign(released, { session, out });

  await approve(session);
  const refused = await run('consumer', ...build, 'evaluation');
  expect(refused.stderr).toContain('1 task left out: the session was not recorded for evaluation');
  expect(await readdir(folder)).not.toContain('release');

  const built = await run('consumer', ...build, 'training', '--json');
  expect(built).toMatchObject({ code: 0 });
  const { manifestSha256, releaseId } = built.json<{ manifestSha256: string; releaseId: string }>();
  expect((await readdir(out)).sort()).toEqual(['README.md', 'episodes.jsonl', 'manifest.json']);
  const episode = JSON.parse(await readFile(join(out, 'episodes.jsonl'), 'utf8'));
  expect(episode.task.instruction).toBe('Find order A-1042.');
  expect(episode.steps.map((step: { action: { type: string } }) => step.action.type)).toEqual([
    'click',
    'type',
  ]);
  expect(episode.steps[1].action.text).toBe('A-1042');

  expect(await run('consumer', ...build, 'training')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is not empty'),
  });

  const verified = await run(undefined, 'verify', out, '--manifest-sha256', manifestSha256);
  expect(verified.stdout).toContain('is sound: “first light” for training, 1 episode, 2 steps.');
  expect(verified.code).toBe(0);

  const copy = join(folder, 'copy');
  const downloaded = await run('consumer', 'release', 'download', 'first light', '--out', copy);
  expect(downloaded).toMatchObject({ code: 0 });
  for (const name of await readdir(out))
    expect(await readFile(join(copy, name))).toEqual(await readFile(join(out, name)));

  const listed = await run('consumer', 'release', 'list', '--json');
  expect(listed.json()).toMatchObject({
    releases: [{ id: releaseId, name: 'first light', state: 'ready', manifestSha256 }],
  });

  await writeFile(join(copy, 'README.md'), 'Trust me.');
  const broken = await run(undefined, 'verify', copy, '--json');
  expect(broken.code).toBe(4);
  expect(broken.json()).toMatchObject({ ok: false, problems: [{ path: 'README.md' }] });
});

test('a withdrawal reaches a release that was downloaded before', async () => {
  const asking = ['verify', released.out, '--withdrawals'];
  expect(await run('consumer', ...asking)).toMatchObject({ code: 0 });

  const contributor = connect(server.url, server.keys.publishableKey);
  const { id } = await signUp(contributor, 'Cora', 'contributor@example.org', password);
  await server.query(
    'insert into public.contributor_identities select contributor_id, $1 from public.sessions where id = $2',
    [id, released.session],
  );
  await withdrawSession(contributor, released.session);

  const verified = await run('consumer', ...asking);
  expect(verified.code).toBe(4);
  expect(verified.stdout).toContain('A contributor withdrew: the release is revoked.');
  const late = join(folder, 'late');
  const again = await run('consumer', 'release', 'download', 'first light', '--out', late);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('was revoked') });
  expect(await readdir(folder)).not.toContain('late');
});

test('a file that can’t be replayed is refused in words, and others of the same command go on', async () => {
  const broken = join(folder, 'broken.json');
  await writeFile(broken, '[{"type":');
  const good = await recordingFile('second.json', 'B-7');
  const imported = await run('admin', 'import', broken, join(folder, 'none.json'), good);
  expect(imported.code).toBe(1);
  expect(imported.stderr).toContain('broken.json: refused');
  expect(imported.stderr).toContain('none.json: refused');
  expect(imported.stderr).toContain('There is no such file.');
  expect(imported.stdout).toContain('second.json: stored');
  expect(imported.stderr).not.toMatch(/^\s+at /m);
});

test('only an admin imports, and nothing is kept of the attempt', async () => {
  const file = await recordingFile('third.json', 'C-9');
  const refused = await run('annotator', 'import', file);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('You need the role admin in this project to import recordings.');
  const rows = await server.query('select 1 from public.sessions where state = $1', ['recording']);
  expect(rows).toEqual([]);
});

test('Ctrl-C in the middle of an import takes back what was begun', async () => {
  // Two hours of it, in a hundred chunks and more: time enough to be interrupted.
  const file = await recordingFile('fourth.json', 'D-'.repeat(180), 20_000);
  const child = await startCli(['import', file, '--data', server.dataDir], credentials('admin'));
  const end = finished(child);
  await new Promise<void>((resolve) =>
    child.stderr.on('data', (text: string) => text.includes('Storing fourth.json') && resolve()),
  );
  child.kill('SIGINT');
  const stopped = await end;
  expect(stopped.stderr).toContain('fourth.json: stopped, and nothing of it was kept');
  expect(stopped.code).toBe(130);
  expect(
    await server.query('select state from public.sessions where source_sha256 = $1', [
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]),
  ).toEqual([{ state: 'discarded' }]);
});

test('a sign-in is remembered for its owner alone, until it is forgotten', async () => {
  const nobody = await run(undefined, 'whoami');
  expect(nobody.code).toBe(3);
  expect(nobody.stderr).toContain('Nobody is signed in');
  const wrong = await runCli(['login', '--data', server.dataDir], {
    ...credentials('admin'),
    TASKTAPE_PASSWORD: 'wrong',
  });
  expect(wrong).toMatchObject({
    code: 3,
    stderr: 'The e-mail address or the password is wrong.\n',
  });
  expect((await run('consumer', 'login')).stdout).toContain('as The consumer');
  const file = await stat(join(server.dataDir, 'sign-in.json'));
  expect(file.mode & 0o777).toBe(0o600);
  const me = await run(undefined, 'whoami', '--json');
  expect(me.json()).toMatchObject({
    person: { name: 'The consumer' },
    projects: [{ slug: 'desk', roles: ['consumer'] }],
  });
  expect(await run(undefined, 'logout')).toMatchObject({ code: 0 });
  expect((await run(undefined, 'whoami')).code).toBe(3);
});

test('an admin gives people roles', async () => {
  const added = await run('admin', 'people', 'add', emailOf('annotator'), '--role', 'reviewer');
  expect(added.stdout).toBe('annotator@example.org is now Reviewer in Order desk.\n');
  const listed = await run('admin', 'people', 'list');
  expect(listed.stdout).toMatch(/The annotator\s+Reviewer/);
  const unknown = await run('admin', 'people', 'add', 'who@example.org', '--role', 'reviewer');
  expect(unknown).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Nobody has signed up as who@example.org'),
  });
});
