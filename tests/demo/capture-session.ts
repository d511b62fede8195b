/** Drives one story in a browser of its own and collects what the recorder emits, over reloads. */
import { chromium } from 'playwright';
import { browserLaunchOptions } from '#tests/browser.ts';
import { DeskClerk } from './desk-clerk.ts';
import { deskOrigin } from './desk-origin.ts';
import { SeededRandom } from './seeded-random.ts';
import type { Story } from './story.ts';

export type RecordedEvent = { readonly type: number; readonly timestamp: number };

export async function captureSession(
  story: Story,
  port: number,
  recorder: string,
  pace: number,
): Promise<readonly RecordedEvent[]> {
  const { args = [], ...launch } = browserLaunchOptions();
  const browser = await chromium.launch({
    ...launch,
    args: [...args, `--host-resolver-rules=MAP ${new URL(deskOrigin).host} 127.0.0.1:${port}`],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const events: RecordedEvent[] = [];
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.exposeFunction('keepRecordedEvent', (event: string) => {
      events.push(JSON.parse(event) as RecordedEvent);
    });
    await page.addInitScript(recorder);
    await page.goto(`${deskOrigin}/demo/?fresh`);
    await story.work(new DeskClerk(page, new SeededRandom(story.seed), pace));
    // Mouse positions are told in batches of half a second.
    await page.waitForTimeout(1500);
    if (failures[0] !== undefined) throw failures[0];
    return events;
  } finally {
    await browser.close();
  }
}
