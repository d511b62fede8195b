/** Fills the demo project and imports its recordings, each once and as any other would be. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedDemo } from '#server/seed-demo.ts';
import { readSeedMark, writeSeedMark } from '#server/seed-mark.ts';
import type { RunningServer } from '#server/start-server.ts';
import { importFile } from './import-file.ts';
import { progressLine } from './progress-line.ts';

interface DemoRecording {
  readonly file: string;
  readonly title: string;
  /** The pseudonym of who is in it. */
  readonly contributor: string;
}

/** `folder` holds the recordings and `index.json`. Ends early, in good order, when told to stop. */
export async function seedRecordings(
  server: RunningServer,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const recordings = JSON.parse(
    await readFile(join(folder, 'index.json'), 'utf8'),
  ) as readonly DemoRecording[];
  const progress = progressLine();
  progress.show('Preparing the demo project');
  const demo = await seedDemo(server, recordings[0]?.contributor ?? 'Contributor');
  for (const { file, contributor } of recordings) {
    if (signal.aborted) break;
    const path = join(folder, file);
    const mark = `demo/recordings/${file}`;
    if ((await readSeedMark(server, mark)) !== undefined) continue;
    const imported = await importFile(path, {
      client: demo.client,
      project: demo.project,
      attestation: { contributor, purposes: ['training', 'evaluation'] },
      progress,
      signal,
    });
    if (imported.kind === 'refused')
      throw new Error(imported.problems.map(({ sentence }) => sentence).join(' '));
    if (imported.kind !== 'stopped') await writeSeedMark(server, mark, await hashOf(path));
  }
  progress.end();
}

const hashOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
