/** What a page could not hand over because its tab was closed under it: it lies in the storage of its
 * site, where any other page of the site can read it. */
import type { BrowserContext, Page } from 'playwright';
import type { EventBatch } from '#delivery/keeper-messages.ts';
import type { PageGate, RecordedTab } from './page-gate.ts';
import { siteOf } from './site-of.ts';

const patienceMs = 5000;

/** Undefined as well when the browser is closed. */
export async function takeLeftTail(
  context: BrowserContext,
  gate: PageGate,
  { site, place }: RecordedTab,
): Promise<EventBatch | undefined> {
  if (!place) return undefined;
  const there = context.pages().find((page) => siteOf(page.url()) === site);
  try {
    const page = there ?? (await openEmptyPage(context, gate, site));
    const text = await page.evaluate((ending) => {
      const key = Object.keys(localStorage).find((each) => each.endsWith(ending));
      const value = key === undefined ? null : localStorage.getItem(key);
      if (key !== undefined) localStorage.removeItem(key);
      return value;
    }, `.${place.session}.${place.tab}`);
    if (!there) await page.close();
    return text === null ? undefined : (JSON.parse(text) as EventBatch);
  } catch {
    return undefined;
  }
}

/** A page of the site that asks nothing of its server. */
async function openEmptyPage(context: BrowserContext, gate: PageGate, site: string): Promise<Page> {
  const page = await context.newPage();
  gate.ignore(page);
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(site, { timeout: patienceMs });
  return page;
}
