/** What was saved survives a power cut, and what was done while the server was away is sent later. */
import { expect, test } from 'playwright/test';
import { Desk, leaveAll, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(() => workbench?.stop());

test('a power cut in the middle of labeling loses no task', async ({ browser }) => {
  const { page } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  const address = new URL(page.url());
  await ada.mark(1000, 5000);
  await ada.saved();

  await workbench.kill();
  await ada.mark(8000, 12_000);
  await expect(page.getByText(/kept here/).first()).toBeVisible();
  await expect(ada.task(2)).toBeVisible();

  await workbench.start();
  await ada.saved();
  await page.goto(address.origin + address.pathname);
  await expect(ada.task(2)).toBeVisible();
  await expect(ada.task(3)).toHaveCount(0);
});

test('a reload while the server is away keeps the edits in the browser', async ({ browser }) => {
  const { page } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  await ada.mine();
  const address = new URL(page.url());
  await expect(ada.task(2)).toBeVisible();
  await page.route('**/rest/v1/rpc/save_edits', (route) => route.abort());
  await ada.mark(20_000, 24_000);
  await expect(page.getByText(/kept here/).first()).toBeVisible();

  await page.unroute('**/rest/v1/rpc/save_edits');
  await page.goto(address.origin + address.pathname);
  await expect(ada.task(3)).toBeVisible();
  await ada.saved();
});

test('undo and redo walk the edits back and forth', async ({ browser }) => {
  const { page } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  await ada.mine();
  await ada.mark(30_000, 34_000);
  await expect(ada.task(4)).toBeVisible();
  await ada.key('Control+z');
  await expect(ada.task(4)).toHaveCount(0);
  await ada.key('Control+Shift+z');
  await expect(ada.task(4)).toBeVisible();
  await ada.key('Backspace');
  await expect(ada.task(4)).toHaveCount(0);
  await ada.key('Control+z');
  await expect(ada.task(4)).toBeVisible();
  await ada.saved();
});
