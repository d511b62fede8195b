/** Puts the recorder into every page of a browser, before the page's own scripts. Off the list of sites
 * pages open as ever, and nothing is recorded. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright';
import type { PageGate } from './page-gate.ts';
import { projectRoot } from './project-root.ts';
import type { RecordingNews } from './recording-news.ts';
import { siteOf } from './site-of.ts';

export async function recordPages(
  context: BrowserContext,
  gate: PageGate,
  sites: readonly string[],
  news: RecordingNews,
): Promise<void> {
  // A name that a page can't guess.
  const binding = `_${randomBytes(16).toString('hex')}`;
  const recorder = await readFile(join(projectRoot, 'dist', 'recorder', 'bound-page.js'), 'utf8');
  const options = JSON.stringify({ binding, sites });
  const content = `(() => { ${recorder}\nvoid tasktape.recordBoundPage(${options}); })();`;
  await context.exposeBinding(binding, gate.hear);
  await context.addInitScript({ content });

  const watch = (page: Page) => {
    // Chromium runs no such script for the first address of a window that a page opened.
    const begin = (frame: Frame) => void frame.evaluate(content).catch(() => undefined);
    if (page.url() === 'about:blank') page.once('framenavigated', begin);
    else begin(page.mainFrame());
    page.on('framenavigated', (frame) => {
      const site = siteOf(frame.url());
      if (frame !== page.mainFrame() || site === undefined || sites.includes(site)) return;
      news.skip(site, 'It is not on the list of sites that this recorder key may record.');
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
}
