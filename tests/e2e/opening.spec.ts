/** Opening a session: its first page waits for no keystroke and no action, and these for nothing half there. */
import { expect, test, type Page } from 'playwright/test';
import { Desk, leaveAll, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(() => workbench?.stop());

const tracks = '**/rpc/session_tracks';
const shown = (page: Page) => page.getByRole('group', { name: /Recorded page/ });

test('the replay is there and runs while keystrokes and actions are on their way', async ({
  browser,
}) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  const openings: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/open_session')) openings.push(request.url());
  });
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(tracks, async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('l');
  await ada.ready();
  await expect(shown(page)).toHaveAttribute('aria-busy', 'false');
  const next = page.getByRole('button', { name: 'Next action' });
  await expect(next).toBeDisabled();
  const actions = page.getByRole('tab', { name: 'Actions' });
  await expect(actions).toHaveText('Actions');
  await actions.click();
  await expect(page.getByRole('tabpanel').getByRole('status')).toHaveText(
    'Loading keystrokes and actions',
  );
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await ada.key('Home');
  await ada.key('Space');
  await ada.untilPast(1500);
  await ada.key('Space');

  letThrough();
  await expect(actions).toHaveText(/Actions\s*[1-9]/);
  await expect(next).toBeEnabled();
  await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toBeVisible();
  expect(openings).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('where they can’t be had this is said, the replay goes on, and a task can be marked', async ({
  browser,
}) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.route(tracks, (route) => route.abort());
  await page.keyboard.press('l');
  await ada.ready();
  await ada.mine();
  const lanes = page.getByRole('region', { name: 'Timeline' }).getByRole('alert');
  await expect(lanes).toContainText('Keystrokes and actions could not be loaded.');
  await ada.mark(1000, 3000);
  await expect(ada.task(1)).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText('actions not loaded');
  await page.getByRole('tab', { name: 'Keys' }).click();
  const list = page.getByRole('tabpanel').getByRole('alert');
  await expect(list).toContainText('could not be loaded');

  await page.unroute(tracks);
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(/\d+ keystrokes? in/);
  await expect(lanes).toHaveCount(0);
  await page.getByRole('tab', { name: 'Tasks' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(/\d actions?/);
  expect(errors).toEqual([]);
});
