/**
 * Records the desk days and, as the clerk tells them, their tasks: `npx tsx
 * tests/bench/record-desk-days.ts`, or with slugs for only those. The page's clock is ours, so minutes
 * pass in seconds.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { browserLaunchOptions } from '#tests/browser.ts';
import { bundleRecorder } from '#tests/demo/bundle-recorder.ts';
import { DeskClerk } from '#tests/demo/desk-clerk.ts';
import { deskOrigin } from '#tests/demo/desk-origin.ts';
import { SeededRandom } from '#tests/demo/seeded-random.ts';
import { serveFolder } from '#tests/demo/serve-folder.ts';
import { deskDays, type AsTask, type DeskDay } from './desk-days.ts';
import type { LabeledSession } from './labeled-session.ts';

const startsAt = Date.UTC(2026, 10, 20, 13);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const server = await serveFolder(here('../../public/demo/'), '/demo/');
try {
  const recorder = await bundleRecorder();
  await mkdir(here('labeled-sessions/'), { recursive: true });
  await mkdir(here('hand-labels/'), { recursive: true });
  const wanted = process.argv.slice(2);
  for (const day of deskDays.filter(({ slug }) => wanted.length === 0 || wanted.includes(slug)))
    await record(day, recorder);
} finally {
  await server.stop();
}

async function record(day: DeskDay, recorder: string): Promise<void> {
  const { args = [], ...launch } = browserLaunchOptions();
  const rule = `--host-resolver-rules=MAP ${new URL(deskOrigin).host} 127.0.0.1:${server.port}`;
  const browser = await chromium.launch({ ...launch, args: [...args, rule] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const events: RecordedEvent[] = [];
    await page.clock.install({ time: startsAt });
    await page.exposeFunction('keepRecordedEvent', (event: string) => {
      events.push(JSON.parse(event) as RecordedEvent);
    });
    await page.addInitScript(recorder);
    await page.goto(`${deskOrigin}/demo/?fresh`);
    await page.clock.pauseAt(startsAt + 1500);
    const wait = (ms: number) => page.clock.runFor(Math.max(1, Math.round(ms)));
    const clerk = new DeskClerk(page, new SeededRandom(day.seed), 1, wait);
    const now = () => page.evaluate(() => Date.now());
    const tasks: { instruction: string; startsMs: number; endsMs: number }[] = [];
    const asTask: AsTask = async (instruction, work) => {
      const startsMs = await now();
      await work();
      tasks.push({ instruction, startsMs, endsMs: await now() });
    };
    await day.work(clerk, asTask);
    await clerk.pause(1500);
    const first = events[0]?.timestamp ?? 0;
    const labels: LabeledSession = {
      recording: `tests/bench/labeled-sessions/${day.slug}.json.gz`,
      half: deskDays.indexOf(day) % 2 === 0 ? 'tuning' : 'held out',
      labeledBy: 'the clerk, while working',
      tasks: tasks.map(({ instruction, startsMs, endsMs }) => ({
        instruction,
        startsMs: startsMs - first,
        endsMs: endsMs - first,
      })),
    };
    const bytes = gzipSync(JSON.stringify(events), { level: 9 });
    await writeFile(here(`labeled-sessions/${day.slug}.json.gz`), bytes);
    await writeFile(
      here(`hand-labels/${day.slug}.json`),
      `${JSON.stringify(labels, undefined, 2)}\n`,
    );
    const seconds = Math.round(((events.at(-1)?.timestamp ?? first) - first) / 1000);
    console.log(
      `${day.slug}: ${tasks.length} tasks, ${seconds} s, ${Math.round(bytes.length / 1000)} kB`,
    );
  } finally {
    await browser.close();
  }
}
