import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { connect } from '#data/supabase.ts';
import { readInstallKeys } from '#server/install-keys.ts';
import { startEmbedded } from '../embedded.ts';
import { objectFiles } from './object-files.ts';
import { startChild } from './start-child.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** 200 kB that can be told from every other by its name. */
const bytesOf = (name: string) =>
  Buffer.concat(
    Array.from({ length: 6250 }, (_, index) =>
      createHash('sha256').update(`${name} ${index}`).digest(),
    ),
  );

test('SIGKILL amid inserts and uploads loses nothing that was acknowledged', async () => {
  const dataDir = temporaryFolder();
  const rows = new Set<string>();
  const objects = new Set<string>();

  for (const round of [1, 2]) {
    const server = await startChild(dataDir);
    const client = connect(server.url, (await readInstallKeys(dataDir))!.secretKey);
    let killed = false;
    const untilKilled = async (act: (count: number) => Promise<void>) => {
      for (let count = 0; !killed; count += 1) await act(count).catch(() => undefined);
    };
    const writers = [0, 1].flatMap((writer) => [
      untilKilled(async (count) => {
        const slug = `r${round}-${writer}-${count}`;
        const { error } = await client.from('projects').insert({ slug, name: slug });
        if (!error) rows.add(slug);
      }),
      untilKilled(async (count) => {
        const name = `r${round}/${writer}-${count}`;
        const { error } = await client.storage.from('recordings').upload(name, bytesOf(name));
        if (!error) objects.add(name);
      }),
    ]);
    const [hadRows, hadObjects] = [rows.size, objects.size];
    await expect
      .poll(() => Math.min(rows.size - hadRows, objects.size - hadObjects), { timeout: 60_000 })
      .toBeGreaterThan(20);
    await server.end('SIGKILL');
    killed = true;
    await Promise.all(writers);
  }

  const server = await startEmbedded({ dataDir });
  const client = connect(server.url, server.keys.secretKey);
  const { data } = await client.from('projects').select('slug').limit(100_000);
  const kept = new Set(data?.map(({ slug }) => slug as string));
  expect([...rows].filter((slug) => !kept.has(slug))).toEqual([]);
  for (const name of objects) {
    const object = await client.storage.from('recordings').download(name);
    const bytes = object.data && Buffer.from(await object.data.arrayBuffer());
    expect(bytes?.equals(bytesOf(name)), name).toBe(true);
  }
  const [known] = await server.query<{ count: number }>('select count(*) from storage.objects');
  expect(objectFiles(dataDir)).toHaveLength(known!.count);
  await server.stop();
}, 240_000);
