/** Records the errands in a browser whose clock is ours, so that minutes pass in seconds, and notes
 * when each began and ended: what an annotator should find. */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { ms, type Span } from '#core/time.ts';
import { browserLaunchOptions } from '#tests/browser.ts';
import { bundleRecorder } from '#tests/demo/bundle-recorder.ts';
import { DeskClerk } from '#tests/demo/desk-clerk.ts';
import { deskOrigin } from '#tests/demo/desk-origin.ts';
import { SeededRandom } from '#tests/demo/seeded-random.ts';
import { serveFolder } from '#tests/demo/serve-folder.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { errands, type Errand } from './errands.ts';

export interface DoneErrand extends Errand, Span {}

export interface RecordedErrands {
  readonly events: readonly RecordedEvent[];
  readonly done: readonly DoneErrand[];
}

const startsAt = Date.UTC(2026, 10, 20, 9);
/** Of a person's pace: this clerk takes time to think. */
const pace = 1.15;
const demo = fileURLToPath(new URL('../../public/demo/', import.meta.url));

export async function recordErrands(seed: number): Promise<RecordedErrands> {
  const server = await serveFolder(demo, '/demo/');
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
    await page.addInitScript(await bundleRecorder());
    await page.goto(`${deskOrigin}/demo/?fresh`);
    await page.clock.pauseAt(startsAt + 5000);
    const wait = (ms: number) => page.clock.runFor(Math.max(1, Math.round(ms)));
    const random = new SeededRandom(seed);
    const clerk = new DeskClerk(page, random, pace, wait);
    const now = () => page.evaluate(() => Date.now());
    const spans: [number, number][] = [];
    for (const [index, errand] of errands.entries()) {
      await clerk.pause(index % 4 === 3 ? 14_000 : random.between(1500, 5000));
      const began = await now();
      await errand.work(clerk);
      spans.push([began, await now()]);
    }
    await clerk.pause(3000);
    await clerk.click(clerk.page.getByRole('button', { name: /^All/ }));
    // What the page tells comes in batches, by its own clock and by ours.
    await wait(2000);
    await page.waitForTimeout(500);
    const first = events[0]!.timestamp;
    const done = errands.map((errand, index) => ({
      ...errand,
      startsMs: ms(spans[index]![0] - first),
      endsMs: ms(spans[index]![1] - first),
    }));
    return { events, done };
  } finally {
    await browser.close();
    await server.stop();
  }
}
