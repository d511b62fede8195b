/** `npm run bench:recorder`: the recorder beside plain rrweb on the same page, in one run. `--json`
 * prints the ratios as its last line; `--rounds` says how often. */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { pack } from '@rrweb/packer/pack';
import { chromium, type Browser } from 'playwright';
import { browserLaunchOptions } from '#tests/browser.ts';
import { bundleScript } from '#tests/privacy/bundle-script.ts';
import { recorderFile } from '#tests/privacy/recorded-context.ts';
import { html, serveSite } from '#tests/privacy/serve-site.ts';
import { runRound, type Round, type Way } from './measured-ways.ts';
import { percentile, type Cost } from './minute-of-work.ts';
import type { SanitizerBench } from './sanitizer-page.ts';

declare const sanitizerBench: SanitizerBench;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);
const ways: readonly Way[] = ['nobody', 'plain rrweb', 'Tasktape'];
const median = (numbers: readonly number[]) => percentile(numbers, 0.5);

async function measureSanitizer(browser: Browser, events: readonly string[]) {
  const code = await bundleScript('../bench/sanitizer-page.ts');
  const site = await serveSite((path) => (path === '/' ? html('<!doctype html>') : undefined));
  const page = await browser.newPage();
  try {
    await page.goto(site.origin);
    await page.addScriptTag({ content: code });
    return await page.evaluate((given) => sanitizerBench.run(given, 9), events);
  } finally {
    await page.close();
    await site.stop();
  }
}

async function measureAll(): Promise<Map<Way, Round[]>> {
  const results = new Map<Way, Round[]>(ways.map((way) => [way, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const way of round % 2 === 0 ? ways : [...ways].reverse()) {
      const browser = await chromium.launch(browserLaunchOptions());
      try {
        results.get(way)!.push(await runRound(browser, way));
      } finally {
        await browser.close();
      }
    }
  return results;
}

if (!existsSync(recorderFile))
  throw new Error('The recorder is not built yet. Run “npm run build”.');
const results = await measureAll();
const costOf = (way: Way, what: keyof Cost) =>
  median(results.get(way)!.map(({ cost }) => cost[what]));
const plain = results.get('plain rrweb')![0]!.events;
const browser = await chromium.launch(browserLaunchOptions());
const sanitizer = await measureSanitizer(browser, plain).finally(() => browser.close());

const rawBytes = Buffer.byteLength(`[${plain.join(',')}]`);
const packerBytes = plain.reduce((sum, event) => sum + pack(JSON.parse(event)).length, 0);
const ourBytes = median(results.get('Tasktape')!.map(({ uploadedBytes }) => uploadedBytes));
const round = (number: number) => Math.round(number * 1000) / 1000;

console.log(`One minute of work, ${rounds} rounds, medians`);
console.table(
  Object.fromEntries(
    ways.map((way) => [
      way,
      {
        'main thread, ms': round(costOf(way, 'mainThreadMs')),
        'event handling p95, ms': round(costOf(way, 'handlingP95Ms')),
        'long tasks': costOf(way, 'longTasks'),
        'heap after, MB': round(costOf(way, 'heapBytes') / 1e6),
      },
    ]),
  ),
);
console.table({
  'raw rrweb as JSON': { bytes: rawBytes, 'of raw': 1 },
  '@rrweb/packer': { bytes: packerBytes, 'of raw': round(packerBytes / rawBytes) },
  'Tasktape, uploaded': { bytes: ourBytes, 'of raw': round(ourBytes / rawBytes) },
});
console.log(
  `The sanitizer: ${round(median(sanitizer.snapshotMs))} ms for a snapshot of ${sanitizer.nodes} nodes, ` +
    `${round(percentile(sanitizer.batchMs, 0.95))} ms (p95) for each of ${sanitizer.batchMs.length} batches`,
);
const ratios = {
  mainThreadRatio: round(
    costOf('Tasktape', 'mainThreadMs') / costOf('plain rrweb', 'mainThreadMs'),
  ),
  bytesRatio: round(ourBytes / rawBytes),
  packerBytesRatio: round(ourBytes / packerBytes),
  sanitizeSnapshotMs: round(median(sanitizer.snapshotMs)),
  bundleGzipKB: round(gzipSync(readFileSync(recorderFile), { level: 9 }).length / 1024),
};
console.table({
  'the page’s main-thread time, ours ÷ plain rrweb': ratios.mainThreadRatio,
  'bytes, ours ÷ raw JSON': ratios.bytesRatio,
  'bytes, ours ÷ @rrweb/packer': ratios.packerBytesRatio,
  'bundle, KB gzip': ratios.bundleGzipKB,
});
if (values.json) console.log(JSON.stringify(ratios));
