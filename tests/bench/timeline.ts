/** `npx tsx tests/bench/timeline.ts`: laying out and painting the lanes of a session while zooming from
 * all of it to 10 ms and back, beside drawing every mark anew, step by step in one run. `--json` prints
 * the ratios as its last line; `--marks`, `--steps` and `--rounds` say how much. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { browserLaunchOptions } from '#tests/browser.ts';
import { bundleScript } from '#tests/privacy/bundle-script.ts';
import { percentile } from './minute-of-work.ts';
import type * as Page from './timeline-page.ts';

declare const bundled: typeof Page;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    marks: { type: 'string', default: '100000' },
    steps: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
  },
});
const frameMs = 1000 / 60;

const code = await bundleScript('../bench/timeline-page.ts');
const browser = await chromium.launch(browserLaunchOptions());
const cost = await (async () => {
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.setContent('<!doctype html><body>');
    await page.addStyleTag({ content: readFileSync('src/ui/tokens.css', 'utf8') });
    await page.addScriptTag({ content: code });
    const amount = [values.marks, values.steps, values.rounds].map(Number);
    return await page.evaluate(
      ([marks, steps, rounds]) => bundled.measure(marks!, steps!, rounds!),
      amount,
    );
  } finally {
    await browser.close();
  }
})();

const round = (number: number) => Math.round(number * 100) / 100;
const rowOf = (times: readonly number[]) => ({
  'median, ms': round(percentile(times, 0.5)),
  'p95, ms': round(percentile(times, 0.95)),
  'longest, ms': round(Math.max(...times)),
  'steps over a 60th of a second': times.filter((time) => time > frameMs).length,
});
console.log(
  `${cost.marks} marks, ${values.steps} zoom steps; made ready once in ${round(cost.indexMs)} ms`,
);
console.table({ timeline: rowOf(cost.oursMs), 'draw all': rowOf(cost.drawAllMs) });
if (values.json)
  console.log(
    JSON.stringify({
      zoomMedianRatio: round(percentile(cost.drawAllMs, 0.5) / percentile(cost.oursMs, 0.5)),
      zoomP95Ratio: round(percentile(cost.drawAllMs, 0.95) / percentile(cost.oursMs, 0.95)),
      medianMs: round(percentile(cost.oursMs, 0.5)),
      p95Ms: round(percentile(cost.oursMs, 0.95)),
      lateSteps: cost.oursMs.filter((time) => time > frameMs).length,
    }),
  );
