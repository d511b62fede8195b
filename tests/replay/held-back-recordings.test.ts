import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { HeldBackEvents } from '#frame/held-back-events.ts';
import { withheldPrefix } from '#frame/withheld-sources.ts';

const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.json(\.gz)?$/.test(name) && name !== 'index.json')
        .map((name) => join(folder, name))
    : [];
const recordings = [
  ...filesIn(resolve('public/demo/recordings')),
  ...filesIn(resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings')),
];

function readEvents(path: string): RecordedEvent[] {
  const bytes = readFileSync(path);
  const value = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  return Array.isArray(value) ? value : value.events;
}

const address = String.raw`url\(\s*(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)`;
const letters = new RegExp(`(?:${address}|local\\(""\\))(?:\\s*format\\([^)]*\\))?`, 'gi');

/** Any text with one and the same word for all addresses of a style sheet. */
const withoutAddresses = (text: string): string =>
  text.replace(/@import\s[^;]+;|@layer tasktape-withheld;/g, 'IMPORT').replace(letters, 'ADDRESS');

type Attributes = Record<string, unknown>;

/** What is never shown by them: hints to connect, wishes for the keyboard, and places to scroll to. */
const isQuieted = (name: string, value: unknown) =>
  /^(rr_scroll(Left|Top)|autofocus)$/.test(name) || value === 'held-back';

/** Attributes as they were before anything was held back. */
function asRecorded(attributes: Attributes): Attributes {
  const told: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith(withheldPrefix) || isQuieted(name, value)) continue;
    told[name === 'rr_src' ? 'src' : name] = value;
  }
  for (const [beside, value] of Object.entries(attributes)) {
    if (!beside.startsWith(withheldPrefix) || value === null) continue;
    const name = beside.slice(withheldPrefix.length);
    told[`xlink:${name}` in told ? `xlink:${name}` : name] = value;
  }
  return told;
}

function plain(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return withoutAddresses(value);
  if (Array.isArray(value)) return value.map((each) => plain(each));
  if (typeof value !== 'object' || value === null) return value;
  const told = name === 'attributes' ? asRecorded(value as Attributes) : value;
  return Object.fromEntries(Object.entries(told).map(([key, each]) => [key, plain(each, key)]));
}

const isHint = (key: string, value: unknown) =>
  key === 'rel' && /preconnect|dns-prefetch/.test(String(value)) ? undefined : value;

test.each(recordings)('of %s nothing is held back but what is named beside it', (path) => {
  const events = readEvents(path);
  const held: unknown = JSON.parse(JSON.stringify(new HeldBackEvents().copy(events)));
  const recorded: unknown = JSON.parse(JSON.stringify(events, isHint));
  for (const [index, event] of (held as unknown[]).entries())
    expect(plain(event), `event ${index}`).toEqual(plain((recorded as unknown[])[index]));
});
