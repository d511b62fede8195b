import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium, type Browser, type Page as BrowserPage } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import type { FullSnapshotData, RecordedEvent, SerializedNode } from '#dom/rrweb-events.ts';
import { browserLaunchOptions } from '../browser.ts';
import type { KeyframeHarness } from './keyframe-harness.ts';
import { seededNumbers } from './seeded-numbers.ts';
import { serveBuild, type ServedBuild } from './serve-build.ts';

declare const harness: KeyframeHarness;

const shared = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');
const recordings = [
  resolve('public/demo/recordings/correct-an-address.json.gz'),
  join(shared, 'rrweb-fixture-iframe.json'),
  join(shared, 'rrweb-fixture-shadow-dom.json'),
  join(shared, 'rrweb-fixture-adopted-style-sheet.json'),
  join(shared, 'rrweb-fixture-style-sheet-rule-events.json'),
  join(shared, 'rrweb-player-demo-events.json'),
].filter((path) => existsSync(path));

const slow = { timeout: 240_000 };

let built: ServedBuild;
let browser: Browser;
let restless: readonly RecordedEvent[];

beforeAll(async () => {
  built = await serveBuild(resolve('tests/replay'), ['keyframe-harness.html']);
  browser = await chromium.launch(browserLaunchOptions());
  const page = await openHarness();
  restless = (await page.evaluate(() => harness.record(5))) as readonly RecordedEvent[];
  await page.close();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  built?.stop();
});

async function openHarness(): Promise<BrowserPage> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${built.origin}/keyframe-harness.html`);
  await page.waitForFunction('window.harness !== undefined');
  return page;
}

function readEvents(path: string): RecordedEvent[] {
  const bytes = readFileSync(path);
  const value = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  const events: RecordedEvent[] = Array.isArray(value) ? value : value.events;
  return events.sort((a, b) => a.timestamp - b.timestamp);
}

/** Everything of a snapshot but the text of style sheets, which script changes by their rules, and
 * what the page's source says of fields that are empty or not ticked by now. */
function printSnapshot(node: SerializedNode, isEmpty: (id: number) => boolean): string[] {
  const { childNodes = [], attributes = {}, id, ...rest } = node;
  const isSource = (name: string, value: unknown) =>
    name === '_cssText' ||
    (name === 'checked' && value === '') ||
    (name === 'value' && isEmpty(id));
  const own = Object.entries(attributes).filter(([name, value]) => !isSource(name, value));
  const isStyle = node.tagName === 'style';
  const told = { id, ...(!isStyle && { ...rest, attributes: own.sort() }) };
  const fields = Object.entries(told).filter(([, value]) => value !== undefined);
  const children = isStyle || isEmpty(id) ? [] : childNodes;
  return [
    JSON.stringify(fields.sort()),
    ...children.flatMap((child) => printSnapshot(child, isEmpty)),
  ];
}

/** Both say the same of a field, but the source of the page shows through in one of them. */
const withoutSource = (print: string): string =>
  print
    .split('\n')
    .map((line) => line.replace(/^(\s*<(?:input|textarea|select|option)).*?( value:|>$)/, '$1$2'))
    // The replayer leaves a trace of each input on fields that can not be ticked.
    .map((line) => line.replace(/(<(?:select|textarea).*) checked:\w+/, '$1'))
    .join('\n');

test('is what the recorder itself saw at each of its own snapshots', () => {
  const page = new Page();
  let compared = 0;
  for (const event of restless) {
    const keyframe = keyframeOf(page, event.timestamp);
    if (event.type === 2 && page.tree.root !== undefined && keyframe !== undefined) {
      const print = ({ data }: RecordedEvent) =>
        printSnapshot((data as FullSnapshotData).node, (id) => page.tree.get(id)?.value === '');
      expect(print(keyframe[1] as RecordedEvent)).toEqual(print(event));
      compared += 1;
    }
    page.apply(event);
  }
  expect(compared).toBe(4);
});

describe.each(['a restless page', ...recordings])('replayed from a keyframe, %s', (path) => {
  test('shows what it shows from the start', slow, async () => {
    const events = path === 'a restless page' ? restless : readEvents(path);
    const next = seededNumbers(9);
    const page = await openHarness();
    for (let round = 0; round < 3; round += 1) {
      const cut = 2 + Math.floor(next() * (events.length - 3));
      const before = new Page();
      for (const event of events.slice(0, cut)) before.apply(event);
      const keyframe = keyframeOf(before, events[cut - 1]?.timestamp ?? 0);
      if (keyframe === undefined) continue;
      const until = cut + Math.floor(next() * (events.length - cut));
      const at = (events[until]?.timestamp ?? 0) + 2;
      const print = (list: readonly RecordedEvent[]) =>
        page.evaluate(([all, when]) => harness.print(all as never, when as number), [
          list,
          at,
        ] as const);
      const whole = await print(events);
      const part = await print([...keyframe, ...events.slice(cut)]);
      expect(withoutSource(part), `from ${cut} to ${until}`).toBe(withoutSource(whole));
    }
    await page.close();
  });
});
