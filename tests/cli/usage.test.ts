import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCli } from './run-cli.ts';
import { smallRecording } from './small-recording.ts';

vi.setConfig({ testTimeout: 300_000 });

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'tasktape-usage-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a wrong call is told in a sentence and ends with 2', async () => {
  const wrong = await runCli(['release', 'build', '--out', 'x', '--name', 'x', '--purpose', 'fun']);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('Allowed choices are training, evaluation, research.');
  const consent = await runCli(['import', 'x', '--consent', 'training,fun']);
  expect(consent).toMatchObject({ code: 2, stderr: expect.stringContaining('“fun” is none of') });
});

test('without a server, a command says how to start one and ends with 3', async () => {
  const alone = await runCli(['whoami', '--data', join(folder, 'none')]);
  expect(alone).toMatchObject({ code: 3, stderr: expect.stringContaining('npm start') });
  const away = await runCli(['whoami', '--url', 'http://127.0.0.1:9', '--json']);
  expect(away).toMatchObject({ code: 3, stderr: '' });
  expect(away.json()).toEqual({ error: expect.stringContaining('can’t be reached') });
});

test('inspect tells what is in a recording, gzipped or not', async () => {
  const text = JSON.stringify(smallRecording());
  await writeFile(join(folder, 'plain.json'), text);
  await writeFile(join(folder, 'packed.json.gz'), gzipSync(new TextEncoder().encode(text)));
  for (const name of ['plain.json', 'packed.json.gz']) {
    const found = await runCli(['inspect', join(folder, name), '--json']);
    expect(found.code).toBe(0);
    expect(found.json()).toMatchObject({
      ok: true,
      name,
      durationMs: 8_000,
      pages: [{ url: 'https://desk.example.com/orders' }],
      keystrokes: { total: 6, evidence: 'inferred', bursts: [{ text: 'A-1042' }] },
      actions: [{ kind: 'click' }, { kind: 'type', text: 'A-1042' }],
      problems: [],
    });
  }
  const told = await runCli(['inspect', join(folder, 'plain.json')]);
  expect(told.stdout).toContain('type “A-1042” into “Search orders” (searchbox)');
});

test('inspect refuses what is no recording, with each reason', async () => {
  await writeFile(join(folder, 'empty.json'), '');
  const empty = await runCli(['inspect', join(folder, 'empty.json'), '--json']);
  expect(empty.code).toBe(1);
  expect(empty.json()).toMatchObject({ ok: false, problems: [{ path: 'file' }] });
  const none = await runCli(['inspect', join(folder, 'none.json')]);
  expect(none).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no such file.'),
  });
});
