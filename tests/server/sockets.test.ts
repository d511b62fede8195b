import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connect } from '#data/supabase.ts';
import { runStart, startChild } from './start-child.ts';
import { temporaryFolder } from './temporary-folder.ts';

const canWatch = process.platform === 'linux';
if (!canWatch)
  console.warn('Only Linux shows a process’s sockets; what this one opens is not watched.');

const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6', 'icmp', 'icmp6'];

/** Both ends of every internet socket the process has, as `table local remote` in hex. */
function socketsOf(pid: number): string[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  return tables.flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => inodes.has(columns[9] ?? ''))
      .map((columns) => `${table} ${columns[1]} ${columns[2]}`),
  );
}

/** 127.0.0.0/8 or ::1, as the kernel writes them. */
const isHere = (end = '') => /^([0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F):/.test(end);
const isUnset = (end = '') => /^0+:0000$/.test(end);

const leaves = (socket: string) => {
  const [table, near, far] = socket.split(' ');
  return !table?.startsWith('tcp') || !isHere(near) || !(isHere(far) || isUnset(far));
};

test('a socket that leaves the machine would be seen', () => {
  expect(leaves('tcp 0100007F:104D 00000000:0000')).toBe(false);
  expect(
    leaves('tcp6 00000000000000000000000001000000:104D 00000000000000000000000001000000:9999'),
  ).toBe(false);
  expect(leaves('tcp 0200A8C0:9C40 08080808:01BB')).toBe(true);
  expect(leaves('tcp 00000000:104D 00000000:0000')).toBe(true);
  expect(leaves('udp 0100007F:9C40 3500007F:0035')).toBe(true);
});

test.skipIf(!canWatch)(
  'the running program opens no connection that leaves the machine',
  async () => {
    const dataDir = temporaryFolder();
    const seen = new Set<string>();
    let watched = 0;
    const run = runStart(['--data', dataDir, '--port', '0', '--json']);
    const watch = setInterval(() => {
      try {
        for (const socket of socketsOf(run.child.pid!)) seen.add(socket);
        watched += 1;
      } catch {
        // It has just ended.
      }
    }, 10);
    try {
      await expect.poll(run.printed, { timeout: 100_000 }).toMatch(/^\{"url".*\}$/m);
      const { url, publishableKey } = JSON.parse(/^\{"url".*$/m.exec(run.printed())![0]) as {
        url: string;
        publishableKey: string;
      };
      const client = connect(url, publishableKey);
      await client.auth.signUp({
        email: 'watched@example.test',
        password: 'a long enough password',
      });
      await client.auth.resetPasswordForEmail('watched@example.test');
      await client.from('projects').select();
      await client.storage.from('recordings').list();
      await fetch(`${url}/config.json`);
    } finally {
      clearInterval(watch);
      run.child.kill('SIGTERM');
      await run.ended;
    }
    expect(watched).toBeGreaterThan(50);
    expect(seen.size).toBeGreaterThan(2);
    expect([...seen].filter(leaves)).toEqual([]);
  },
  150_000,
);

test.skipIf(!canWatch)('it listens where it was told and nowhere else', async () => {
  const server = await startChild(temporaryFolder());
  const listening = socketsOf(server.pid).filter((socket) => socket.endsWith('00000000:0000'));
  await server.end('SIGTERM');
  const ports = [server.url, server.replayUrl].map((url) =>
    Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0'),
  );
  expect(listening.sort()).toEqual(
    ports.map((port) => `tcp 0100007F:${port} 00000000:0000`).sort(),
  );
});
