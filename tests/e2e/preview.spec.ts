/** A quick look at a recording without leaving the list. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { Desk, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterAll(() => workbench?.stop());

test('a contributor looks at a recording, and is back where they were', async ({ browser }) => {
  const { page, errors } = await signIn(browser, workbench, 'contributor');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: 'My recordings', exact: true }).click();
  const card = page.getByRole('article').first();
  const button = card.getByRole('button', { name: 'Preview' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const player = page.frameLocator('iframe');
  await expect(player.getByRole('slider', { name: 'Place in the recording' })).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Open in the workbench' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).exclude('.replayer-wrapper').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  }
  await player.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
  expect(errors).toEqual([]);
});

test('a reviewer looks with Space at what waits for a decision', async ({ browser }) => {
  const annotator = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(annotator.page);
  await annotator.page.keyboard.press('l');
  await ada.ready();
  await ada.mark(1000, 4000);
  await ada.name('Look the order up', '1', 'Shift+1');
  await ada.saved();
  await ada.key('Control+Enter');
  await expect(annotator.page.getByText(/submitted/i).first()).toBeVisible();

  const { page, errors } = await signIn(browser, workbench, 'reviewer');
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  const line = page.getByRole('listitem').getByRole('link').first();
  await line.press('Space');
  const slider = page.frameLocator('iframe').getByRole('slider');
  await expect(slider).toBeVisible();
  await slider.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(line).toBeFocused();
  expect(errors).toEqual([]);
});
