import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '#data/supabase.ts';
import { startEmbedded } from '../embedded.ts';
import { objectFiles } from './object-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('an object the database never heard of goes at the next start, if it is that database', async () => {
  const dataDir = temporaryFolder();
  const first = await startEmbedded({ dataDir });
  const { error } = await connect(first.url, first.keys.secretKey)
    .storage.from('recordings')
    .upload('test/known', Buffer.from('x'));
  expect(error).toBeNull();
  await first.stop();

  const [known] = objectFiles(dataDir);
  const stray = join(dataDir, 'objects', 'ab', 'ab'.repeat(32));
  mkdirSync(dirname(stray), { recursive: true });
  copyFileSync(known!, stray);
  await (await startEmbedded({ dataDir })).stop();
  expect(objectFiles(dataDir)).toEqual([known]);

  copyFileSync(known!, stray);
  writeFileSync(join(dataDir, 'objects', 'database-id'), 'another');
  await (await startEmbedded({ dataDir })).stop();
  expect(objectFiles(dataDir).sort()).toEqual([known, stray].sort());
}, 120_000);
