/** Serves the canary page at any address, with the frames and sheets it asks for. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleScript } from './bundle-script.ts';
import { html, script, serveSite, type Site } from './serve-site.ts';

const recorder = resolve('dist/recorder/recorder.iife.js');
const stockRecorder = resolve('node_modules/@rrweb/record/dist/record.umd.min.cjs');
const empty = html('<!doctype html><html><body></body></html>');
const typingFrame = html('<!doctype html><html><body><input id="framed-field"></body></html>');

export async function serveCanarySite(): Promise<Site> {
  const page = html(readFileSync(resolve('tests/privacy/canary-page.html'), 'utf8'));
  const planting = script(await bundleScript('./canary-page.ts'));
  return serveSite((path) => {
    const sheet = /^\/sheets\/(\w+)\.css$/.exec(path)?.[1];
    if (sheet) return { type: 'text/css', body: `.linked::before { content: "${sheet}" }` };
    if (path === '/canary-page.js') return planting;
    if (path === '/stock.js') return script(readFileSync(stockRecorder));
    if (path === '/recorder.js' && existsSync(recorder)) return script(readFileSync(recorder));
    if (path === '/empty') return empty;
    if (path === '/typing-frame') return typingFrame;
    return path.startsWith('/orders') ? page : undefined;
  });
}
