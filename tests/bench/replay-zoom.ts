import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { bundleScript } from '#tests/privacy/bundle-script.ts';
import type * as TimelinePage from './timeline-page.ts';

declare const bundled: typeof TimelinePage;

const marks = 100_000;
const steps = 120;
const turns = 3;
const frameMs = 1000 / 60;

export interface Zoom {
  readonly marks: number;
  readonly steps: number;
  /** Steps for which a 60th of a second was too short. */
  readonly late: number;
  readonly lateDrawAll: number;
}

/** The timeline's lanes from a whole session to 10 ms and back, beside drawing all there is. */
export async function measureZoom(browser: Browser): Promise<Zoom> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.setContent('<!doctype html><body>');
    await page.addStyleTag({ content: readFileSync('src/ui/tokens.css', 'utf8') });
    await page.addScriptTag({ content: await bundleScript('../bench/timeline-page.ts') });
    const cost = await page.evaluate(
      (amount) => bundled.measure(amount[0]!, amount[1]!, amount[2]!),
      [marks, steps, turns],
    );
    const late = (times: readonly number[]) => times.filter((time) => time > frameMs).length;
    return {
      marks: cost.marks,
      steps,
      late: late(cost.oursMs),
      lateDrawAll: late(cost.drawAllMs),
    };
  } finally {
    await page.close();
  }
}
