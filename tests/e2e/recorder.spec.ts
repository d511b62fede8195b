/** From the first question to the replay: a page records itself, its person watches and shares it. */
import { expect, test, type Browser, type Page } from 'playwright/test';
import { RecordedTab } from '../recorder/page-tab.ts';
import { Desk, names, signIn } from './people.ts';
import { serveTicketDesk } from './ticket-desk/serve-ticket-desk.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterAll(() => workbench?.stop());

/** The admin's way to a recorder key; answers the key and the script tag shown with it. */
async function makeKey(browser: Browser, site: string) {
  const { page } = await signIn(browser, workbench, 'admin');
  await page.getByRole('link', { name: 'Project' }).click();
  await page.getByLabel('What the key is for').fill(`Key for ${site}`);
  await page.getByLabel('Sites, one per line').fill(site);
  await page.getByRole('button', { name: 'Make a key' }).click();
  const tag = await page.locator('pre').innerText();
  await page.context().close();
  return { tag, key: /ttr_[0-9a-f]+/.exec(tag)![0] };
}

/** Follows the sign's own link to the recordings, as Cora. */
async function followTheSign(tab: RecordedTab): Promise<Page> {
  await tab.press('Recording');
  const opened = tab.page.context().waitForEvent('page');
  await tab.press('My recordings');
  const page = await opened;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: names.contributor }).click();
  await page.getByRole('button', { name: 'Yes, they are mine' }).click();
  await expect(page.getByText('Still recording')).toBeVisible();
  expect(page.url()).not.toContain('#');
  return page;
}

async function watch(page: Page): Promise<Desk> {
  await expect(async () => {
    await page.goto(`${workbench.url}/recordings`);
    await expect(page.getByText('Still recording')).toHaveCount(0, { timeout: 2000 });
    await expect(page.getByText('only you can open it')).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Watch' }).first().click();
  const desk = new Desk(page);
  await desk.ready();
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await desk.key('End');
  return desk;
}

const replayedPage = (page: Page) => page.frameLocator('iframe').frameLocator('.shown iframe');

test('the demo desk records itself, and its person watches and shares it', async ({ browser }) => {
  const { key } = await makeKey(browser, workbench.url);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await RecordedTab.open(context);
  await tab.page.goto(`${workbench.url}/demo/?recorder=${key}`);
  await tab.agree();
  await tab.page.getByRole('searchbox').pressSequentially('kestrel', { delay: 60 });
  await expect(tab.page.locator('tbody tr')).not.toHaveCount(20);
  const page = await followTheSign(tab);
  await tab.page.bringToFront();
  await tab.press('Stop');
  await tab.until('ended');

  await page.bringToFront();
  const desk = await watch(page);
  await expect(replayedPage(page).getByRole('searchbox')).toHaveValue('•'.repeat(7));
  await expect(desk.replayed('Customers')).toBeVisible();
  await expect(replayedPage(page).getByText(/kestrel/i)).toHaveCount(0);
  await expect(page.getByText(/type 7 masked|type .* into/i).first()).toBeVisible();

  const annotator = await signIn(browser, workbench, 'annotator');
  const recorded = annotator.page.locator(`a[href*="${new URL(page.url()).pathname}"]`);
  await expect(annotator.page.getByRole('link', { name: 'Sessions' })).toBeVisible();
  await expect(recorded).toHaveCount(0);
  await page.goto(`${workbench.url}/recordings`);
  await page.getByRole('button', { name: 'Share now' }).click();
  await expect(page.getByText('only you can open it')).toHaveCount(0);
  expect([...tab.said, ...tab.errors, ...annotator.errors]).toEqual([]);
});

test('a React page records itself by a script tag', async ({ browser }) => {
  let tag = '';
  const site = await serveTicketDesk(() => tag);
  ({ tag } = await makeKey(browser, site.url));
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const tab = await RecordedTab.open(context);
  await tab.page.goto(site.url);
  await tab.agree();
  await tab.page.getByRole('button', { name: 'New ticket' }).click();
  await tab.page.getByLabel('Subject').pressSequentially('Broken', { delay: 60 });
  await tab.page.getByRole('button', { name: 'Save' }).click();
  await expect(tab.page.locator('tr')).toHaveCount(41);
  await tab.page.locator('tr').nth(3).click();
  await expect(tab.page.getByRole('heading', { name: 'Ticket', exact: true })).toBeVisible();
  await tab.page.getByRole('button', { name: 'Back' }).click();
  await tab.page.getByLabel('Search').pressSequentially('7', { delay: 60 });
  const page = await followTheSign(tab);
  await tab.page.bringToFront();
  await tab.press('Stop');
  await tab.until('ended');

  await page.bringToFront();
  await watch(page);
  await expect(replayedPage(page).locator('input')).toHaveValue('•');
  await expect(replayedPage(page).locator('tr')).toHaveCount(4);
  expect([...tab.said, ...tab.errors]).toEqual([]);
  await site.stop();
});
