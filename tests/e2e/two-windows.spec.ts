/** One annotator, two machines, one session: whoever has the pen writes, and nothing is lost. */
import { expect, test, type Page } from 'playwright/test';
import { Desk, importFile, signIn } from './people.ts';
import { shiftedRecording } from './shifted-recording.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterAll(() => workbench?.stop());

const penNote = (page: Page) => page.getByRole('region', { name: 'Open in another window' });
const takeOver = (page: Page) =>
  penNote(page).getByRole('button', { name: 'Take over here' }).click();

test('two machines fight over one session, and nothing is lost', async ({ browser }) => {
  const admin = await signIn(browser, workbench, 'admin');
  const file = await shiftedRecording(workbench.folder);
  const address = workbench.url + (await importFile(admin.page, file, 'heron'));

  const office = await signIn(browser, workbench, 'annotator');
  const home = await signIn(browser, workbench, 'annotator');
  const there = new Desk(home.page);
  let here = new Desk(office.page);

  await test.step('the second machine is told at once, reads, and follows along', async () => {
    await here.open(address);
    await here.mark(1000, 4000);
    await here.saved();
    await there.open(address);
    await expect(penNote(there.page)).toContainText(/Since .*last edit .* ago|just now/);
    await expect(there.task(1)).toBeVisible();
    await there.key('i');
    await expect(there.page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await expect(there.page.getByRole('button', { name: 'Submit' })).toHaveCount(0);
    await here.mark(5000, 7000);
    await expect(there.task(2)).toBeVisible();
  });

  await test.step('the first goes on offline while the second takes over', async () => {
    await here.saved();
    await office.page.context().setOffline(true);
    await here.mark(8000, 10_000);
    await expect(office.page.getByText(/offline, \d edits kept here/).first()).toBeVisible();
    await takeOver(there.page);
    await expect(penNote(there.page)).toBeHidden();
    await there.mark(11_000, 13_000);
    await there.saved();
  });

  await test.step('after a crash the first finds its edits, and who has the pen', async () => {
    await office.page.close();
    const page = await office.page.context().newPage();
    page.on('pageerror', (error) => office.errors.push(error.message));
    await office.page.context().setOffline(false);
    here = new Desk(page);
    await here.open(address);
    await expect(penNote(page)).toContainText(/edits? made here (is|are) not saved yet/);
  });

  await test.step('it takes the pen back, sees both sides and keeps both', async () => {
    const { page } = here;
    await takeOver(page);
    const conflict = page.getByRole('region', { name: 'Two versions of this annotation' });
    await expect(conflict.getByRole('row')).toHaveCount(3);
    await conflict.getByRole('button', { name: 'Keep both' }).click();
    await expect(conflict).toBeHidden();
    await expect(here.task(4)).toBeVisible();
    await here.saved();
    await expect(penNote(there.page)).toBeVisible();
    await expect(there.task(4)).toBeVisible();
  });

  await test.step('the history tells all of it, and leads back on the other machine', async () => {
    const { page } = there;
    await takeOver(page);
    await expect(penNote(page)).toBeHidden();
    await there.key('Shift+H');
    const history = page.getByRole('region', { name: 'History' });
    await expect(history.getByText('Added task 1, 0:01.000 to 0:04.000')).toBeVisible();
    await expect(history.locator('[aria-current=step]')).toBeFocused();
    await history.getByRole('button', { name: /^Added task 2/ }).click();
    await expect(history.getByRole('button', { name: /^Took back: / }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(history).toBeHidden();
    await expect(there.task(2)).toBeVisible();
    await expect(there.task(3)).toHaveCount(0);
    await there.saved();
  });

  await test.step('what was taken back comes again after a reload', async () => {
    await there.open(address);
    for (let step = 0; step < 12; step += 1) await there.key('Control+Shift+z');
    await expect(there.task(4)).toBeVisible();
    await there.saved();
    await expect(here.task(4)).toBeVisible();
  });

  for (const { errors } of [admin, office, home]) expect(errors).toEqual([]);
});
