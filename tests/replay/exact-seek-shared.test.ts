import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'vitest';
import { describeExactSeeks, readRecording } from './exact-seek.ts';

const folder = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');
const names = [
  'rrweb-stats-form.json',
  'rrweb-fixture-iframe.json',
  'rrweb-fixture-shadow-dom.json',
  'rrweb-fixture-style-sheet-rule-events.json',
  'rrweb-fixture-adopted-style-sheet.json',
].filter((name) => existsSync(join(folder, name)));

if (names.length > 0)
  describeExactSeeks(new Map(names.map((name) => [name, () => readRecording(join(folder, name))])));
else test.skip(`there are no recordings in ${folder}`);
