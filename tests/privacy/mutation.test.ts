/** Takes one rule of the sanitizer away at a time: each must be missed. */
import { chromium } from 'playwright';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { defaultCapturePolicy } from '#core/capture-policy.ts';
import { eventType, type RecordedEvent, type SerializedNode } from '#dom/rrweb-events.ts';
import type { LivePage } from '#sanitizer/live-page.ts';
import { browserLaunchOptions } from '#tests/browser.ts';
import { Canaries } from './canaries.ts';
import { serveCanarySite } from './canary-site.ts';
import { CanarySearch, describeFound, type Found } from './find-canaries.ts';
import { rawPluginEvents } from './raw-plugin-events.ts';
import { sinksIn } from './sinks-in.ts';
import { recordWithStock, unmasked } from './stock-recorder.ts';

type Methods = Record<string, (...args: never[]) => unknown>;
type Instead = (...args: never[]) => unknown;

const itself = (value: unknown) => value;
const second = (_: unknown, value: unknown) => value;
const always = () => true;

/** File, what in it, and what stands in its place. `Class.method` is a method. */
const rules: readonly (readonly [string, string, Instead])[] = [
  ['address-cleaner', 'AddressCleaner.page', itself],
  ['address-cleaner', 'AddressCleaner.link', itself],
  ['attribute-cleaner', 'AttributeCleaner.clean', second],
  ['attribute-table', 'attributeRule', () => 'flag'],
  ['clean-numbers', 'cleanNumbers', itself],
  ['clean-numbers', 'cleanPath', itself],
  ['clean-sheet-change', 'cleanSheetChange', itself],
  ['clean-sheet-change', 'cleanStyleDeclaration', itself],
  ['clean-sheet-change', 'cleanAdoptedSheets', itself],
  ['clean-style-changes', 'cleanStyleChanges', itself],
  ['codes', 'Codes.placeholder', second],
  ['css-grammar', 'isCssFunction', always],
  ['css-grammar', 'isUnit', always],
  ['css-rules', 'CssRules.sheet', itself],
  ['css-rules', 'CssRules.declarations', itself],
  ['css-rules', 'cleanProperty', itself],
  ['css-value', 'sayIdent', itself],
  ['fields', 'Fields.fidelityOf', () => 'text'],
  ['incremental-cleaner', 'IncrementalCleaner.clean', itself],
  ['mask-text', 'maskText', itself],
  ['mask-text', 'bullets', itself],
  ['mutation-cleaner', 'MutationCleaner.clean', itself],
  ['names', 'Names.of', itself],
  ['names', 'Names.list', itself],
  ['names', 'Names.isSafe', always],
  ['names', 'Names.keyword', itself],
  ['node-cleaner', 'NodeCleaner.tree', itself],
  ['placed-text', 'PlacedText.clean', itself],
  ['plugin-cleaner', 'PluginCleaner.clean', second],
  ['style-cleaner', 'StyleCleaner.sheet', itself],
  ['style-cleaner', 'StyleCleaner.rule', itself],
  ['style-cleaner', 'StyleCleaner.declarations', itself],
  ['style-cleaner', 'StyleCleaner.value', second],
  ['style-cleaner', 'StyleCleaner.property', itself],
  ['tag-names', 'nameTag', itself],
  ['text-cleaner', 'TextCleaner.clean', itself],
  ['value-cleaner', 'ValueCleaner.attribute', second],
  ['value-cleaner', 'ValueCleaner.input', second],
  ['value-cleaner', 'ValueCleaner.choice', itself],
  ['vocabulary', 'Vocabulary.hasWord', always],
  ['vocabulary', 'Vocabulary.hasPart', always],
];

const page: LivePage = {
  fidelityOf: () => 'class',
  keepsText: () => false,
  isBlocked: () => false,
  sizeOf: () => undefined,
};

let raw: readonly RecordedEvent[];
let search: CanarySearch;
let site: string;
const missed: Record<string, string> = {};

beforeAll(async () => {
  const served = await serveCanarySite();
  const browser = await chromium.launch(browserLaunchOptions());
  try {
    site = served.origin;
    const canaries = new Canaries(11);
    const recorded = await recordWithStock(await browser.newPage(), site, canaries, unmasked);
    const last = recorded.events.at(-1)!.timestamp;
    const made = rawPluginEvents(canaries, fieldIn(recorded.events), last);
    raw = [...recorded.events, ...made];
    search = new CanarySearch([...new Set([...recorded.canaries, ...canaries.all])]);
  } finally {
    await browser.close();
    await served.stop();
  }
});

afterEach(() => {
  vi.resetModules();
  vi.restoreAllMocks();
});

/** Some field, by its id. */
function fieldIn(events: readonly RecordedEvent[]): number {
  const find = (node: SerializedNode): number | undefined =>
    node.tagName === 'textarea'
      ? node.id
      : node.childNodes?.map(find).find((id) => id !== undefined);
  const snapshot = events.find(({ type }) => type === eventType.fullSnapshot);
  return find((snapshot!.data as { node: SerializedNode }).node)!;
}

/** What leaks of the page as plain rrweb saw it, through the sanitizer as it now is. */
async function leaks(): Promise<Found[]> {
  const { Sanitizer } = await import('#sanitizer/sanitizer.ts');
  const sanitizer = new Sanitizer({
    policy: defaultCapturePolicy,
    salt: '5a17',
    sites: [site],
    page,
  });
  const clean = raw.flatMap((event) => sanitizer.clean(event) ?? []);
  expect(clean.length).toBeGreaterThan(20);
  return search.findIn(clean);
}

async function remove(file: string, what: string, instead: Instead): Promise<void> {
  const [name = '', method] = what.split('.');
  if (method === undefined) {
    vi.doMock(`#sanitizer/${file}.ts`, async (original) => {
      const whole = await original<Record<string, unknown>>();
      expect(whole[name], `${name} is a function of ${file}.ts`).toBeTypeOf('function');
      return { ...whole, [name]: instead };
    });
    return;
  }
  const whole = (await import(`../../src/sanitizer/${file}.ts`)) as Record<string, unknown>;
  const { prototype } = whole[name] as { prototype: Methods };
  vi.spyOn(prototype, method).mockImplementation(instead);
}

test('with every rule in place nothing leaks', async () => {
  expect(describeFound(await leaks())).toEqual([]);
});

test.each(rules)('%s.ts without %s leaks', async (file, what, instead) => {
  await remove(file, what, instead);
  const found = sinksIn(await leaks());
  vi.doUnmock(`#sanitizer/${file}.ts`);
  missed[`${file}: ${what}`] = `${found.size} sinks, such as ${[...found][0]}`;
  expect(found.size).toBeGreaterThan(0);
});

test('what each rule holds back', () => {
  console.table(missed);
  expect(Object.keys(missed)).toHaveLength(rules.length);
});
