/** The keyboard as one person makes it theirs: found by words, pressed anew, and silent while typing. */
import { expect, test } from 'playwright/test';
import { Desk, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterAll(() => workbench?.stop());

test('a command is found by its words, while the replay plays on', async ({ browser }) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const palette = page.getByRole('dialog', { name: 'Find a command' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('label next');
  await page.keyboard.press('Enter');
  const ada = new Desk(page);
  await ada.ready();
  await ada.mark(1000, 4000);

  await ada.key('Space');
  await ada.key('Control+k');
  await expect(palette).toBeVisible();
  await ada.untilPast((await ada.at()) + 300);
  await page.keyboard.type('write instruction');
  await page.keyboard.press('Enter');
  const instruction = page.getByRole('textbox', { name: 'Instruction' });
  await expect(instruction).toBeFocused();

  await test.step('and the keyboard is back where it was', async () => {
    await page.keyboard.type('Open the desk');
    await ada.key('Control+k');
    await expect(palette).toBeVisible();
    await ada.key('Escape');
    await expect(palette).toBeHidden();
    await expect(instruction).toBeFocused();
    await expect(instruction).toHaveValue('Open the desk');
    await expect(ada.task(2)).toHaveCount(0);
  });
  expect(errors).toEqual([]);
});

test('a key is pressed anew, swapped with who had it, and holds after a reload', async ({
  browser,
}) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await ada.key('l');
  await ada.ready();
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  const row = (name: string) => sheet.getByRole('group', { name, exact: true });
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await row('Play or pause')
    .getByRole('button', { name: /^Change Space/ })
    .click();
  await ada.key('g');
  await expect(row('Play or pause')).toContainText('G is for “Skip idle, or not”.');
  await row('Play or pause').getByRole('button', { name: 'Swap them' }).click();
  await expect(row('Skip idle, or not')).toContainText('Space');
  await ada.key('Escape');
  await expect(sheet).toBeHidden();

  await page.reload();
  await ada.ready();
  await ada.key('g');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await ada.key('g');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});
