import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  clipboardPlugin,
  keystrokesPlugin,
  navigationPlugin,
  type KeyPayload,
  type NavigationPayload,
} from '#core/plugin-events.ts';
import { deskOrigin } from './desk-origin.ts';
import { stories } from './stories.ts';

interface SerializedNode {
  readonly id: number;
  readonly tagName?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly childNodes?: readonly SerializedNode[];
}

interface RecordedEvent {
  readonly type: number;
  readonly timestamp: number;
  readonly data: {
    readonly node?: SerializedNode;
    readonly adds?: readonly { readonly node: SerializedNode }[];
    readonly href?: string;
    readonly id?: number;
    readonly source?: number;
    readonly text?: string;
    readonly plugin?: string;
    readonly payload?: unknown;
  };
}

const folder = new URL('../../public/demo/recordings/', import.meta.url);
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)));
const listed = JSON.parse(read('index.json').toString()) as { file: string; slug: string }[];

const eventsOf = (file: string): RecordedEvent[] => JSON.parse(gunzipSync(read(file)).toString());

const payloadsOf = (events: readonly RecordedEvent[], plugin: string) =>
  events.filter(({ data }) => data.plugin === plugin).map(({ data }) => data.payload);

/** Walks the events in order and tells each with the password fields on the page at that time. */
function eachWithPasswords(
  events: readonly RecordedEvent[],
  tell: (event: RecordedEvent, passwords: ReadonlySet<number>) => void,
): number {
  const passwords = new Set<number>();
  let seen = 0;
  const visit = (node: SerializedNode): void => {
    if (node.attributes?.['type'] === 'password') {
      passwords.add(node.id);
      seen += 1;
    } else passwords.delete(node.id);
    node.childNodes?.forEach(visit);
  };
  for (const event of events) {
    // Node ids begin again with each page.
    if (event.type === 2) passwords.clear();
    if (event.data.node) visit(event.data.node);
    event.data.adds?.forEach(({ node }) => visit(node));
    tell(event, passwords);
  }
  return seen;
}

test('every story has its recording, and no recording lacks its story', () => {
  expect(listed.map(({ slug }) => slug)).toEqual(stories.map(({ slug }) => slug));
});

describe.each(listed)('$slug', ({ file }) => {
  const events = eventsOf(file);

  test('is small enough to be fetched while one waits', () => {
    expect(read(file).length).toBeLessThan(400_000);
  });

  test('begins with the page’s address and its snapshot, in order of time', () => {
    expect(events.slice(0, 2).map(({ type }) => type)).toEqual([4, 2]);
    const times = events.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('lasts some minutes', () => {
    const [first, last] = [events[0], events.at(-1)];
    expect((last?.timestamp ?? 0) - (first?.timestamp ?? 0)).toBeGreaterThanOrEqual(150_000);
  });

  test('tells keys as they were pressed and released, with corrections among them', () => {
    const keys = payloadsOf(events, keystrokesPlugin) as KeyPayload[];
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.every(({ fidelity, key }) => fidelity === 'text' && key !== undefined)).toBe(true);
    expect(keys.every(({ node }) => node > 0)).toBe(true);
    expect(keys.some(({ key, phase }) => key === 'Backspace' && phase === 'down')).toBe(true);
    const count = (phase: string) => keys.filter((key) => key.phase === phase).length;
    expect(count('up')).toBeLessThanOrEqual(count('down'));
    expect(count('up')).toBeGreaterThan(count('down') * 0.9);
  });

  test('tells changes of address inside the page', () => {
    const moves = payloadsOf(events, navigationPlugin) as NavigationPayload[];
    expect(moves.some(({ cause }) => cause === 'push')).toBe(true);
  });

  test('has no key for a password field, and none of its value', () => {
    eachWithPasswords(events, ({ data }, passwords) => {
      if (data.plugin === keystrokesPlugin)
        expect(passwords.has((data.payload as KeyPayload).node)).toBe(false);
      if (data.source === 5 && passwords.has(data.id ?? -1)) expect(data.text).toMatch(/^(•{6})?$/);
    });
  });

  test('refers to nothing outside', () => {
    const addresses =
      JSON.stringify(events).match(/(?:https?:)?\/\/[\w.-]+\.[a-z]+[^"\\\s)]*/g) ?? [];
    const known = [`${deskOrigin}/`, 'http://www.w3.org/'];
    expect(addresses.filter((each) => !known.some((start) => each.startsWith(start)))).toEqual([]);
    expect(JSON.stringify(events)).toContain('_cssText');
  });
});

test('among the recordings are a password typed, a reload, a step back, a copy and a paste', () => {
  const all = listed.map(({ file }) => eventsOf(file));
  expect(
    Math.max(...all.map((events) => eachWithPasswords(events, () => undefined))),
  ).toBeGreaterThan(0);
  expect(
    Math.max(...all.map((events) => events.filter(({ type }) => type === 4).length)),
  ).toBeGreaterThan(1);
  const joined = all.flat();
  expect(JSON.stringify(payloadsOf(joined, navigationPlugin))).toContain('"cause":"pop"');
  expect(JSON.stringify(payloadsOf(joined, clipboardPlugin))).toMatch(/"copy".*"paste"/);
});
