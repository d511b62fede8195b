import { resolve } from 'node:path';
import { busyRecording } from './busy-recording.ts';
import { describeExactSeeks, readRecording } from './exact-seek.ts';
import { seededNumbers } from './seeded-numbers.ts';

const demo = resolve('public/demo/recordings/correct-an-address.json.gz');

describeExactSeeks(
  new Map([
    ['a page that never rests', () => busyRecording(seededNumbers(3), 30_000)],
    ['a demo: correct an address', () => readRecording(demo)],
  ]),
);
