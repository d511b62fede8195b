/** Runs among the page's own scripts, where rrweb must be to see what they do. */
import { startCapture } from '#recorder/capture.ts';
import { openPageLine } from './page-line.ts';

startCapture({ line: openPageLine(), ask: 'elsewhere', indicator: true });
