/** Given to `tasktape record --script`: the server goes away and does not come back. */
import type { Page } from 'playwright';

const [desk = ''] = (process.env['WALK_SITES'] ?? '').split(' ');

export default async function walk(page: Page): Promise<void> {
  await page.locator('tasktape-sign').waitFor({ state: 'attached' });
  await page.locator('input').pressSequentially('ab');
  await page.context().request.get(`${desk}/server-goes`);
  await page.locator('input').pressSequentially('cde');
}
