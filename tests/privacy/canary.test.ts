import { chromium, firefox, webkit, type Browser, type BrowserType, type Page } from 'playwright';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keystrokesPlugin } from '#core/plugin-events.ts';
import { eventType, incrementalSource } from '#dom/rrweb-events.ts';
import { browserLaunchOptions } from '#tests/browser.ts';
import { actOut } from './canary-acts.ts';
import type { CanaryPage } from './canary-page.ts';
import { serveCanarySite } from './canary-site.ts';
import { Canaries } from './canaries.ts';
import { CanarySearch, describeFound } from './find-canaries.ts';
import { RecordedContext, untilState } from './recorded-context.ts';
import type { Site } from './serve-site.ts';
import { sinksIn } from './sinks-in.ts';

declare const canaryPage: CanaryPage;

let site: Site;

beforeAll(async () => {
  site = await serveCanarySite();
});

afterAll(async () => {
  await site?.stop();
});

const policies = { 'keys by class': {}, 'nothing of fields': { fieldDefault: 'none' } } as const;

interface Flight {
  readonly canaries: Canaries;
  readonly recorded: RecordedContext;
}

/** The whole canary page under the built recorder, until all is delivered, and once more, left in the middle. */
async function fly(browser: Browser, policy: object, withActs: boolean): Promise<Flight> {
  const canaries = new Canaries(5);
  const [path, query, hash] = ['path', 'query', 'hash'].map((part) =>
    canaries.plant(`${part} of the address`),
  );
  const recorded = await RecordedContext.open(browser, { site: site.origin, policy });
  const page = await recorded.context.newPage();
  await page.goto(`${site.origin}/orders/${path}?q=${query}#${hash}`);
  await page.evaluate(() => canaryPage.load());
  await recorded.start(page);
  await recorded.agree(page);
  await page.evaluate(() => canaryPage.change());
  await recorded.leaving.readKept(page);
  if (withActs) await actOut(page, canaries);
  await page.waitForTimeout(600);
  canaries.all.push(...(await page.evaluate(() => canaryPage.planted())));
  await recorded.leaving.readKept(page);
  await recorded.finish(page);
  await leaveInTheMiddle(page, recorded, canaries);
  return { canaries, recorded };
}

/** What a page leaves behind for the next one when it goes away while it is recorded. */
async function leaveInTheMiddle(page: Page, recorded: RecordedContext, canaries: Canaries) {
  await page.goto(`${site.origin}/orders/${canaries.plant('address of the next page')}`);
  await recorded.start(page, { again: true });
  await untilState(page, 'recording');
  await page.fill('#plain-field', canaries.plant('filled in before leaving'));
  await page.goto(`${site.origin}/empty`);
  await recorded.leaving.readKept(page);
}

function expectNothingLeaked({ canaries, recorded }: Flight): void {
  const search = new CanarySearch(canaries.all);
  const { sent } = recorded.server;
  const texts = recorded.leaving.all(sent);
  expect(new Set(texts.map(({ way }) => way.split(' ')[0]))).toContain('Worker.postMessage');
  const found = [
    ...texts.flatMap(({ way, text }) =>
      search.find(text).map((each) => ({ ...each, sink: `${each.sink} by ${way.slice(0, 60)}` })),
    ),
    ...search.findIn(recorded.server.events()),
  ];
  const sinks = sinksIn(canaries.all).size;
  console.log(`the recorder: ${sinksIn(found).size} leaks from ${sinks} sinks`);
  expect(describeFound(found)).toEqual([]);
  expect(recorded.leaving.foreign.filter((url) => !url.startsWith(recorded.server.url))).toEqual(
    [],
  );
  expect(sinks).toBeGreaterThanOrEqual(90);
}

/** What was sent is a recording: nothing leaking would prove little of an empty one. */
function expectRecording({ recorded }: Flight): void {
  const events = recorded.server.events();
  const count = (type: number, kind?: unknown) =>
    events.filter((event) => {
      const { source, plugin } = event.data as { source?: number; plugin?: string };
      return event.type === type && (kind === undefined || kind === source || kind === plugin);
    }).length;
  expect(count(eventType.fullSnapshot)).toBeGreaterThanOrEqual(1);
  expect(count(eventType.incremental, incrementalSource.mutation)).toBeGreaterThan(5);
  expect(count(eventType.incremental, incrementalSource.input)).toBeGreaterThan(5);
  expect(count(eventType.incremental, incrementalSource.adoptedStyleSheet)).toBeGreaterThan(0);
  expect(count(eventType.plugin, keystrokesPlugin)).toBeGreaterThan(20);
}

describe.each(Object.entries(policies))('with a policy of %s', (name, policy) => {
  test('not one canary leaves the page, in any form or piece', { timeout: 120_000 }, async () => {
    const browser = await chromium.launch(browserLaunchOptions());
    try {
      const flight = await fly(browser, policy, true);
      expectNothingLeaked(flight);
      if (name === 'keys by class') expectRecording(flight);
    } finally {
      await browser.close();
    }
  });
});

const others: readonly BrowserType[] = [firefox, webkit];

describe.each(others.map((each) => [each.name(), each] as const))('in %s', (_, kind) => {
  test.skipIf(!existsSync(kind.executablePath()))(
    'not one canary leaves the page',
    { timeout: 120_000 },
    async () => {
      const browser = await kind.launch();
      try {
        expectNothingLeaked(await fly(browser, {}, false));
      } finally {
        await browser.close();
      }
    },
  );
});
