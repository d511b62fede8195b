import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium, type Browser, type Page as BrowserPage } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import type { FullSnapshotData, RecordedEvent, SerializedNode } from '#dom/rrweb-events.ts';
import { styleText } from '#dom/style-text.ts';
import { browserLaunchOptions } from '../browser.ts';
import { knownDifferences } from './known-differences.ts';
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

/** Everything of a snapshot but what tells apart what the page's source gave from what became of it:
 * the text of style sheets and, in fields, what they hold, which is printed for itself. */
function printSnapshot(node: SerializedNode, styleOf: (node: SerializedNode) => unknown): string[] {
  const { childNodes = [], attributes = {}, ...rest } = node;
  const own = Object.entries({ ...attributes, style: styleOf(node) }).filter(([name, value]) => {
    const isField = ['input', 'textarea', 'option'].includes(node.tagName ?? '');
    const isHeld = isField && ['value', 'checked', 'selected'].includes(name);
    const isScroll = node.tagName === 'html' && name.startsWith('rr_scroll');
    return !isHeld && !isScroll && value !== undefined && value !== '';
  });
  const hasText = node.tagName !== 'style' && node.tagName !== 'textarea';
  const told = node.tagName === 'style' ? { id: node.id } : { ...rest, attributes: own.sort() };
  const fields = Object.entries(told).filter(([, value]) => value !== undefined);
  const children = hasText ? childNodes : [];
  return [
    JSON.stringify(fields.sort()),
    ...children.flatMap((each) => printSnapshot(each, styleOf)),
  ];
}

/** What each text field and box holds. */
function* heldIn(node: SerializedNode): Generator<readonly [number, unknown]> {
  const { type, value = '', checked } = node.attributes ?? {};
  const isBox = type === 'checkbox' || type === 'radio';
  if (node.tagName === 'input') yield [node.id, isBox ? checked === true : value];
  for (const child of node.childNodes ?? []) yield* heldIn(child);
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

  test('and the one the recorder itself saw at each of its own snapshots', slow, async () => {
    const events = (await pages[0]!.evaluate((n) => harness.record(n), 5)) as RecordedEvent[];
    const page = new Page();
    let compared = 0;
    for (const event of events) {
      const [, ours] = keyframeOf(page, event.timestamp) ?? [];
      if (event.type === 2 && ours !== undefined) {
        const { node } = event.data as FullSnapshotData;
        const known = ({ id }: SerializedNode) => page.tree.get(id)!;
        const folded = printSnapshot((ours.data as FullSnapshotData).node, (each) =>
          known(each).type === 2 ? styleText(known(each)) : undefined,
        );
        expect(folded).toEqual(printSnapshot(node, ({ attributes }) => attributes?.['style']));
        for (const [id, held] of heldIn(node)) {
          const { checked, value, attributes } = page.tree.get(id)!;
          const isBox = typeof held === 'boolean';
          expect(isBox ? checked === true : (value ?? attributes.get('value') ?? '')).toBe(held);
        }
        compared += 1;
      }
      page.apply(event);
    }
    expect(compared).toBe(2);
  });

  test.each([1, 2, 3])('in restless page %s', slow, async (seed) => {
    const events = await pages[seed]!.evaluate((n) => harness.record(n), seed);
    await expectSame(events as RecordedEvent[], momentsIn(events as RecordedEvent[], 8));
  });

  test.each([31, 32, 33, 34, 69, 120])('in made-up stream %s', slow, async (seed) => {
    const stream = new StreamOfChanges(seededNumbers(seed));
    for (let step = 0; step < 250; step += 1) stream.step();
    await expectSame(stream.events, momentsIn(stream.events, 10));
  });

  test.each(Object.entries(knownDifferences))('but for %s', slow, async (_what, changes) => {
    const { events } = new StreamOfChanges(seededNumbers(1));
    const start = events[0]!.timestamp;
    const told = changes.map((data, turn) => ({ type: 3, data, timestamp: start + 1 + turn }));
    const at = start + 10;
    const differences = await pages[0]!.evaluate(
      ([all, when]) => harness.compare(all as never, [{ at: when as number }]),
      [[...events, ...told, { type: 5, data: {}, timestamp: at + 10 }], at] as const,
    );
    expect(differences).toHaveLength(1);
  });
});
