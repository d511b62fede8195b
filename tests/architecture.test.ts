import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Who may import whom under `src`. Change it when the truth changes. */
const arrows: Record<string, readonly string[]> = {
  core: [],
  dom: ['core'],
  actions: ['core', 'dom'],
  ingest: ['core', 'dom', 'actions'],
  sanitizer: ['core', 'dom'],
  delivery: ['core', 'dom', 'ingest'],
  trackers: ['core'],
  sign: ['core', 'delivery', 'trackers'],
  recorder: ['core', 'dom', 'sanitizer', 'delivery', 'trackers', 'sign'],
  extension: ['core', 'dom', 'delivery', 'sign', 'recorder', 'ui'],
  episodes: ['core', 'dom', 'ingest'],
  data: ['core'],
  reel: ['core', 'dom'],
  frame: ['core', 'dom', 'reel', 'ui'],
  replay: ['core', 'reel', 'frame', 'ui'],
  timeline: ['core', 'ui', 'keys', 'replay'],
  suggest: ['core'],
  draft: ['core'],
  keys: ['core', 'ui'],
  naming: ['core', 'ui', 'draft', 'keys'],
  annotate: ['core', 'ui', 'replay', 'timeline', 'draft', 'keys', 'suggest', 'naming'],
  queue: ['core', 'ui'],
  labels: ['core', 'ui'],
  review: ['core', 'ui', 'replay', 'timeline', 'annotate', 'keys'],
  ui: [],
  app: [
    'core',
    'dom',
    'ingest',
    'episodes',
    'data',
    'reel',
    'frame',
    'replay',
    'timeline',
    'suggest',
    'draft',
    'keys',
    'annotate',
    'naming',
    'queue',
    'labels',
    'review',
    'ui',
  ],
  server: ['core', 'data'],
  cli: ['core', 'dom', 'ingest', 'episodes', 'data', 'delivery', 'server'],
};

/** Packages that only these rooms may name. */
const fences: Record<string, readonly string[]> = {
  '@rrweb/record': ['recorder'],
  rrweb: ['frame'],
  'rrweb-player': ['frame'],
  '@supabase/supabase-js': ['data'],
  svelte: [
    'replay',
    'timeline',
    'draft',
    'keys',
    'annotate',
    'naming',
    'queue',
    'labels',
    'review',
    'ui',
    'app',
  ],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|svelte|mjs)$/.test(file),
);
const importsOf = (file: string) =>
  [
    ...readFileSync(`src/${file}`, 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]|new URL\(\s*['"](#[^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
const sources = files.filter((file) => !/\.test\.ts$/.test(file));

test('every room of the table exists and every folder is in the table', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map((entry) => entry.name).sort()).toEqual(Object.keys(arrows).sort());
});

test('rooms are flat', () => {
  expect(files.filter((file) => file.split('/').length !== 2)).toEqual([]);
});

test('rooms import only along the arrows', () => {
  const broken = sources.flatMap((file) => {
    const room = file.split('/')[0]!;
    return importsOf(file)
      .filter((name) => name.startsWith('#'))
      .filter((name) => {
        const target = name.slice(1).split('/')[0]!;
        return target === room || !arrows[room]!.includes(target);
      })
      .map((name) => `${file} → ${name}`);
  });
  expect(broken).toEqual([]);
});

test('nobody climbs out of a room by a relative path', () => {
  expect(files.filter((file) => importsOf(file).some((name) => name.startsWith('../')))).toEqual(
    [],
  );
});

test('fenced packages stay in their rooms', () => {
  const broken = sources.flatMap((file) =>
    Object.entries(fences)
      .filter(([name, rooms]) => {
        const uses = importsOf(file).some((each) => each === name || each.startsWith(`${name}/`));
        return uses && !rooms.includes(file.split('/')[0]!);
      })
      .map(([name]) => `${file} uses ${name}`),
  );
  expect(broken).toEqual([]);
});

test('every room says what it is for', () => {
  const silent = Object.keys(arrows).filter(
    (room) => !readdirSync(`src/${room}`).includes('README.md'),
  );
  expect(silent).toEqual([]);
});
