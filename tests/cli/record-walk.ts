/** Given to `tasktape record --script`: a walk over two sites and three tabs, with reloads, a change of
 * address without one, and a server that goes away in the middle. */
import type { BrowserContext, Page } from 'playwright';

const [desk = '', shop = '', elsewhere = ''] = (process.env['WALK_SITES'] ?? '').split(' ');

/** The recorder's sign stands in the page while it is recorded. */
const recorded = (page: Page) =>
  page.locator('tasktape-sign').waitFor({ state: 'attached', timeout: 20_000 });

const type = (page: Page, text: string) => page.locator('input').pressSequentially(text);

export default async function walk(page: Page, context: BrowserContext): Promise<void> {
  await recorded(page);
  await type(page, 'abc');
  await page.reload();
  await recorded(page);
  await type(page, 'de');

  const other = await context.newPage();
  await other.goto(`${shop}/`);
  await recorded(other);
  await page.context().request.get(`${desk}/server-goes`);
  await type(other, 'fg');
  await other.locator('a').click();
  await other.waitForURL('**/basket');
  await recorded(other);
  await type(other, 'h');
  await page.bringToFront();
  await page.evaluate(() => history.pushState({}, '', '/orders/7'));
  await page.context().request.get(`${desk}/server-comes`);

  const [third] = await Promise.all([context.waitForEvent('page'), page.locator('button').click()]);
  await recorded(third);
  await type(third, 'i');
  // As a person does: Playwright's own way of closing hears nothing of a page any more.
  await Promise.all([third.waitForEvent('close'), third.evaluate(() => window.close())]);
  const off = await context.newPage();
  await off.goto(`${elsewhere}/`);
  await off.locator('input').fill('never told');
  await page.bringToFront();
  await type(page, 'jk');
}
