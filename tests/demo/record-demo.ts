/**
 * Records the demo sessions: `npm run demo:record`, or with slugs to record only those.
 * `--rehearse` hurries through them and keeps nothing.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleRecorder } from './bundle-recorder.ts';
import { captureSession } from './capture-session.ts';
import { serveFolder } from './serve-folder.ts';
import { stories } from './stories.ts';
import type { Story } from './story.ts';

const demo = fileURLToPath(new URL('../../public/demo/', import.meta.url));
const recordings = `${demo}recordings/`;
const fileOf = (story: Story) => `${story.slug}.json.gz`;

const rehearses = process.argv.includes('--rehearse');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((slug) => !stories.some((story) => story.slug === slug));
if (unknown.length > 0) throw new Error(`There is no story named ${unknown.join(', ')}.`);

const server = await serveFolder(demo, '/demo/');
try {
  const recorder = await bundleRecorder();
  const chosen = stories.filter((story) => wanted.length === 0 || wanted.includes(story.slug));
  const results = await Promise.allSettled(chosen.map((story) => record(story, recorder)));
  for (const [index, result] of results.entries()) {
    if (result.status === 'fulfilled') continue;
    console.error(`${chosen[index]?.slug}:`, result.reason);
    process.exitCode = 1;
  }
  if (!rehearses) await writeIndex();
} finally {
  await server.stop();
}

async function record(story: Story, recorder: string): Promise<void> {
  const events = await captureSession(story, server.port, recorder, rehearses ? 0.1 : 1);
  const bytes = gzipSync(JSON.stringify(events), { level: 9 });
  if (!rehearses) {
    await mkdir(recordings, { recursive: true });
    await writeFile(recordings + fileOf(story), bytes);
  }
  const first = events[0]?.timestamp ?? 0;
  const seconds = Math.round(((events.at(-1)?.timestamp ?? first) - first) / 1000);
  console.log(
    `${story.slug}: ${events.length} events, ${seconds} s, ${Math.round(bytes.length / 1000)} kB`,
  );
}

async function writeIndex(): Promise<void> {
  const index = stories.map((story) => ({
    file: fileOf(story),
    slug: story.slug,
    title: story.title,
    contributor: story.contributor,
  }));
  await writeFile(`${recordings}index.json`, `${JSON.stringify(index, undefined, 2)}\n`);
}
