import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acquireDataLock, findLockHolder } from '#server/data-lock.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A process that tries for the lock once, says how it went, and holds on to it. */
function contend(folder: string) {
  const script = `
    import { acquireDataLock } from '#server/data-lock.ts';
    const lock = await acquireDataLock(${JSON.stringify(folder)}).catch((e) => console.log(e.message));
    if (lock) { console.log('held'); setInterval(() => {}, 1e6); }`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = new Promise<string>((resolve) =>
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
  );
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return {
    child,
    said,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

test('one of many at once gets it, the others are told who did', async () => {
  const folder = temporaryFolder();
  const crowd = Array.from({ length: 6 }, () => contend(folder));
  const answers = await Promise.all(crowd.map(({ said }) => said));
  const winner = crowd[answers.indexOf('held')];
  expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
  for (const answer of answers.filter((each) => each !== 'held'))
    expect(answer).toBe(
      `The data folder ${folder} is in use: process ${winner?.child.pid} holds it. ` +
        'Stop that process first, or choose another folder with --data.',
    );
  expect(await findLockHolder(folder)).toEqual({ pid: winner?.child.pid, url: undefined });

  await winner?.kill();
  expect(await findLockHolder(folder)).toBeUndefined();
  const heirs = Array.from({ length: 6 }, () => contend(folder));
  const next = await Promise.all(heirs.map(({ said }) => said));
  expect(next.filter((answer) => answer === 'held')).toHaveLength(1);
  await Promise.all([...crowd, ...heirs].map(({ kill }) => kill()));
});

test('it is given back, taken again, and leaves no litter', async () => {
  const folder = temporaryFolder();
  const first = await acquireDataLock(folder);
  await first.announce('http://127.0.0.1:1');
  await expect(acquireDataLock(folder)).rejects.toThrow(/and serves http:\/\/127\.0\.0\.1:1\./);
  await first.release();
  expect(await findLockHolder(folder)).toBeUndefined();
  const second = await acquireDataLock(folder);
  expect(existsSync(join(folder, 'lock.1'))).toBe(false);
  await second.release();
});

test.skipIf(process.platform !== 'linux')(
  'a path too long for a socket is locked as well',
  async () => {
    const folder = join(temporaryFolder(), 'long'.repeat(30), 'longer'.repeat(30));
    await mkdir(folder, { recursive: true });
    const lock = await acquireDataLock(folder);
    await expect(acquireDataLock(folder)).rejects.toThrow(/is in use/);
    await lock.release();
  },
);
