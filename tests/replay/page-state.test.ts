import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium, type Browser, type Page as BrowserPage } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { browserLaunchOptions } from '../browser.ts';
import type { Moment, PageStateHarness } from './page-state-harness.ts';
import { seededNumbers } from './seeded-numbers.ts';
import { StreamOfChanges } from './stream-of-changes.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';

declare const harness: PageStateHarness;

const filesIn = (folder: string, ending: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending) && name !== 'index.json')
        .map((name) => join(folder, name))
    : [];
const recordings = [
  ...filesIn(resolve('public/demo/recordings'), '.json.gz'),
  ...filesIn(resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings'), '.json'),
];

const slow = { timeout: 240_000 };

let built: ServedBuild;
let browser: Browser;
let pages: readonly BrowserPage[];

beforeAll(async () => {
  built = await serveBuild(resolve('tests/replay'), ['page-state-harness.html']);
  browser = await chromium.launch(browserLaunchOptions());
  pages = await Promise.all([1, 2, 3, 4].map(openHarness));
}, 240_000);

async function openHarness(): Promise<BrowserPage> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${built.origin}/page-state-harness.html`);
  await page.waitForFunction('window.harness !== undefined');
  return page;
}

afterAll(async () => {
  await browser?.close();
  built?.stop();
});

function readEvents(path: string): RecordedEvent[] {
  const bytes = readFileSync(path);
  const value = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  const events: RecordedEvent[] = Array.isArray(value) ? value : value.events;
  return events.sort((a, b) => a.timestamp - b.timestamp);
}

/** Random moments, at half of which a keyframe from earlier is played on from, and moments right at
 * snapshots and their addresses and right after. */
function momentsIn(events: readonly RecordedEvent[], count: number): Moment[] {
  const next = seededNumbers(events.length);
  const some = () =>
    (events[Math.floor(next() * events.length)]?.timestamp ?? 0) + (next() > 0.5 ? 1 : 0);
  const edges = events.flatMap(({ type, timestamp }) =>
    type === 2 || type === 4 ? [timestamp, timestamp + 1] : [],
  );
  const end = (events.at(-1)?.timestamp ?? 0) + 1;
  const single = [...edges.slice(1, 3), ...edges.slice(-3), end];
  return [
    ...[...new Set(single)].map((at) => ({ at })),
    ...Array.from({ length: count }, (_, index) => {
      const [a, b] = [some(), some()];
      return index % 2 === 0 ? { at: a } : { from: Math.min(a, b), at: Math.max(a, b) };
    }),
  ];
}

async function expectSame(events: readonly RecordedEvent[], moments: readonly Moment[]) {
  const compared = await Promise.all(
    pages.map((page, index) =>
      page.evaluate(([all, when]) => harness.compare(all as never, when as Moment[]), [
        events,
        moments.filter((_, turn) => turn % pages.length === index),
      ] as const),
    ),
  );
  const differences = compared.flat();
  const [first] = differences;
  const what = `${differences.length} of ${moments.length}, the first at ${first?.at} from ${first?.from}`;
  expect(first?.ours, what).toBe(first?.rrwebs);
}

describe('a page folded without a browser is the page rrweb shows', () => {
  test.each(recordings)('in %s', slow, async (path) => {
    const events = readEvents(path);
    const isLarge = statSync(path).size > 500_000 || path.endsWith('.gz');
    await expectSame(events, momentsIn(events, isLarge ? 2 : 6));
  });

  test.each([1, 2, 3])('in restless page %s', slow, async (seed) => {
    const events = await pages[seed]!.evaluate((n) => harness.record(n), seed);
    await expectSame(events as RecordedEvent[], momentsIn(events as RecordedEvent[], 8));
  });

  test.each(Array.from({ length: 60 }, (_, n) => 31 + n))(
    'in made-up stream %s',
    slow,
    async (seed) => {
      const stream = new StreamOfChanges(seededNumbers(seed));
      for (let step = 0; step < 250; step += 1) stream.step();
      await expectSame(stream.events, momentsIn(stream.events, 10));
    },
  );
});
