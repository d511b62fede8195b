/** Every screen, in light and dark, as axe sees it; and replay with nothing let out. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { Desk, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterAll(() => workbench?.stop());

async function findings(page: Page) {
  const found: unknown[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The recorded page is shown as it was, and is out of reach.
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    found.push(
      ...violations.map(({ id, nodes }) => ({ colorScheme, id, at: nodes.map((n) => n.html) })),
    );
  }
  return found;
}

test('the sign-in page', async ({ page }) => {
  await page.goto(workbench.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

for (const [who, screens] of [
  ['annotator', ['Sessions']],
  ['reviewer', ['Sessions', 'Review']],
  ['consumer', ['Releases']],
  ['admin', ['Sessions', 'Releases', 'Project']],
  ['contributor', ['My recordings']],
] as const)
  test(`what the ${who} sees`, async ({ browser }) => {
    const { page, errors } = await signIn(browser, workbench, who);
    for (const screen of screens) {
      const link = page.getByRole('link', { name: screen, exact: true });
      await link.click();
      await expect(link).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      expect(await findings(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });

test('the session workspace, and its keys', async ({ browser }) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') strangers.push(request.url());
  });
  await page.keyboard.press('l');
  await ada.ready();
  await ada.mark(1000, 4000);
  await expect(ada.task(1)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.type('edge');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await test.step('a dialog that opens in the recording leaves the keyboard alone', async () => {
    const playhead = page.getByRole('slider', { name: 'Playhead' });
    await playhead.focus();
    await ada.stepTo(130_000);
    await expect(playhead).toBeFocused();
  });
  expect(strangers.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual(
    [],
  );
  expect(errors).toEqual([]);
});
