import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoRoles } from '#server/demo-people.ts';
import { seedDemo } from '#server/seed-demo.ts';
import { startEmbedded, type Embedded } from '#tests/embedded.ts';
import { runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 300_000 });

let server: Embedded;
beforeAll(async () => {
  server = await startEmbedded({ demo: true });
  await seedDemo(server, 'Heron');
});
afterAll(() => server?.stop());

test('on the demo, a command acts as any of its people', async () => {
  for (const role of demoRoles) {
    const me = await runCli(['whoami', '--data', server.dataDir, '--as', role, '--json']);
    expect(me.json()).toMatchObject({
      url: server.url,
      person: { email: `${role}@demo.tasktape.invalid` },
      projects: [{ slug: 'order-desk', roles: [role] }],
    });
  }
});

test('nobody is one of the demo’s people at an address that is not the demo’s', async () => {
  const away = ['whoami', '--url', server.url, '--data', join(server.dataDir, 'other')];
  const refused = await runCli([...away, '--as', 'admin']);
  expect(refused).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('There are no demo people'),
  });
});

test('an address is enough to find the server, and its recordings go in', async () => {
  const demo = ['--url', server.url, '--data', server.dataDir, '--as', 'admin', '--json'];
  const recording = 'public/demo/recordings/correct-an-address.json.gz';
  const imported = await runCli(['import', recording, '--contributor', 'Heron', ...demo]);
  expect(imported.json()).toMatchObject({
    project: 'order-desk',
    attested: { contributor: 'Heron', purposes: ['training'] },
    results: [{ kind: 'stored', repairs: [], address: expect.stringContaining(server.url) }],
  });
});
