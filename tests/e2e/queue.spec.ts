/** From one session to the next: read ahead, told to the contributor, given back with a reason. */
import { expect, test, type Page } from 'playwright/test';
import { Desk, leaveAll, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(() => workbench?.stop());

const sessionOf = (page: Page) => new URL(page.url()).pathname;
const shown = (page: Page) => page.getByRole('group', { name: /Recorded page/ });
const toServer = /\/(rest|storage|auth)\/v1\//;

/** Names one task over the whole session, so that it could be handed in. */
async function labelAll(ada: Desk) {
  await ada.page.getByRole('slider', { name: 'Playhead' }).focus();
  await ada.key('Home');
  await ada.key('i');
  await ada.key('End');
  await ada.key('o');
  await expect(ada.task(1)).toBeVisible();
  await ada.name('Do what the clerk did', '1', 'Shift+1');
  await ada.saved();
}

test('the next session is read ahead, and its first page asks the server for nothing', async ({
  browser,
}) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  // Not the oldest, which is then the one that is next.
  await page
    .getByRole('row', { name: /Sorrel/ })
    .getByRole('link')
    .click();
  await ada.ready();
  await expect(page.getByText(/\d+ left/)).toBeVisible();
  const first = sessionOf(page);
  const objects: string[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().includes('/storage/v1/')) objects.push(request.url());
  });
  const ahead = page.waitForResponse((response) => response.url().endsWith('/rpc/read_ahead'));
  await labelAll(ada);
  const { session_id: next } = (await (await ahead).json()) as { session_id: string };
  await expect.poll(() => objects.filter((url) => url.includes(next)).length).toBeGreaterThan(0);

  // From here on nothing is answered: what is shown must be here already.
  const asked: string[] = [];
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(toServer, async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await held;
    await route.continue().catch(() => undefined);
  });
  await ada.key('Shift+N');
  await page.waitForURL((url) => url.pathname !== first);
  expect(sessionOf(page)).toContain(next);
  await ada.ready();
  await expect(shown(page)).toHaveAttribute('aria-busy', 'false');
  expect(asked.filter((path) => /open_session|begin_labeling|claim/.test(path))).toEqual([]);

  const entered = page.waitForResponse((response) => response.url().endsWith('/rpc/enter_session'));
  letThrough();
  expect((await entered).ok()).toBe(true);
  await expect(page.getByRole('tab', { name: 'Actions' })).toHaveText(/Actions\s*[1-9]/);
  expect(errors).toEqual([]);
});

test('its contributor is told that it was read ahead, and then that it was opened', async ({
  browser,
}) => {
  const { page } = await signIn(browser, workbench, 'contributor');
  await page.goto(`${workbench.url}/recordings`);
  await expect(page.getByText('Who opened it').first()).toBeVisible();
  for (const summary of await page.getByText('Who opened it').all()) await summary.click();
  const lines = page.getByRole('listitem').filter({ hasText: 'Ada Quill' });
  await expect(lines.filter({ hasText: 'had it read ahead, not shown yet' }).first()).toBeVisible();
  await expect(lines.filter({ hasText: 'opened it' }).first()).toBeVisible();
});

test('a session is skipped by two keys, and had back from the notice', async ({ browser }) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await ada.key('l');
  await ada.ready();
  const skipped = sessionOf(page);
  await ada.key('Shift+S');
  const reasons = page.getByRole('dialog', { name: 'Give the session back, and why' });
  await expect(reasons).toBeVisible();
  await ada.key('Escape');
  await expect(reasons).toBeHidden();
  await ada.key('Shift+S');
  await expect(reasons).toBeVisible();
  await ada.key('1');
  await page.waitForURL((url) => url.pathname !== skipped);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.waitForURL((url) => url.pathname === skipped);
  await ada.ready();
  expect(errors).toEqual([]);
});

test('what can’t be labeled is an admin’s to decide, in words', async ({ browser }) => {
  const { page } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await ada.key('l');
  await ada.ready();
  const declined = sessionOf(page);
  await ada.key('Shift+S');
  const reasons = page.getByRole('dialog', { name: 'Give the session back, and why' });
  await expect(reasons).toBeVisible();
  await ada.key('8');
  await expect(reasons.getByRole('button', { name: 'Tell the admins' })).toBeDisabled();
  await page.keyboard.type('The page is blank throughout');
  await ada.key('Enter');
  await page.waitForURL((url) => url.pathname !== declined);

  const { page: office } = await signIn(browser, workbench, 'admin');
  await office.goto(`${workbench.url}${declined.replace(/sessions.*/, 'project')}`);
  const list = office.getByRole('list', { name: 'Sessions given back with a reason' });
  await expect(list).toContainText('Something else');
  await list.getByText('Something else', { exact: true }).click();
  await expect(list).toContainText('The page is blank throughout');
  await list.getByRole('button', { name: /^Put/ }).click();
  await expect(office.getByText('is back in the queue.')).toBeVisible();
  await expect(list).toBeHidden();
});

test('an empty queue says why, by when, and what to do', async ({ browser }) => {
  const { page } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await ada.key('l');
  await ada.ready();
  const list = sessionOf(page).replace(/sessions.*/, 'sessions');
  const reasons = page.getByRole('dialog', { name: 'Give the session back, and why' });
  for (let here = sessionOf(page); here !== list; here = sessionOf(page)) {
    await ada.ready();
    await ada.mine();
    await ada.key('Shift+S');
    await expect(reasons).toBeVisible();
    await ada.key('5');
    await page.waitForURL((url) => url.pathname !== here);
  }
  await expect(
    page.getByText(/You found that .* can’t be labeled\. An admin decides/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'See the sessions' })).toBeVisible();
  await expect(page.getByText(/· 0 left/)).toBeVisible();
});
