import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'vitest';
import { describeExactSeeks, readRecording } from './exact-seek.ts';

const folder = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');
const path = join(folder, 'posthog-rrwp-homepage.json');

if (existsSync(path))
  describeExactSeeks(new Map([['a large page with much style', () => readRecording(path)]]));
else test.skip(`there is no ${path}`);
