/** A quick look at a recording without leaving the list, and from a page of another site. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { Desk, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
let wiki: Server;
let wikiUrl: string;
/** What stands in the wiki's page. */
let written = '';
/** Beside the frame that is kept for the session that is opened next. */
const preview = 'iframe[title="Recorded page and player"]';

test.beforeAll(async () => {
  test.setTimeout(240_000);
  wiki = createServer((_, answer) => {
    const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Wiki</title>';
    answer.setHeader('Content-Type', 'text/html');
    answer.end(`${head}<main><h1>How orders are looked up</h1>${written}</main></html>`);
  });
  await new Promise<void>((resolve) => wiki.listen(0, '127.0.0.1', resolve));
  wikiUrl = `http://127.0.0.1:${(wiki.address() as AddressInfo).port}`;
  workbench = await startWorkbench('pglite', ['--embed-in', wikiUrl]);
});
test.afterAll(async () => {
  wiki?.close();
  await workbench?.stop();
});

test('a contributor looks at a recording, and is back where they were', async ({ browser }) => {
  const { page, errors } = await signIn(browser, workbench, 'contributor');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: 'My recordings', exact: true }).click();
  const card = page.getByRole('article').first();
  const button = card.getByRole('button', { name: 'Preview' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const player = page.frameLocator(preview);
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
  const slider = page.frameLocator(preview).getByRole('slider');
  await expect(slider).toBeVisible();
  await slider.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(line).toBeFocused();
  expect(errors).toEqual([]);
});

test('a page of a named site shows a session from a time on, and nothing else', async ({
  browser,
}) => {
  const { page, errors } = await signIn(browser, workbench, 'contributor');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: 'My recordings', exact: true }).click();
  const card = page.getByRole('article').first();
  await card.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Copy embed code' }).click();
  await expect(page.getByText(/^Copied/)).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  written = code.replace('t=0', 't=3000');
  expect(written).not.toBe(code);

  const openings: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/open_session')) openings.push(request.postData() ?? '');
  });
  await page.goto(wikiUrl);
  const embed = page.frameLocator('iframe');
  const player = embed.frameLocator('iframe');
  const slider = player.getByRole('slider', { name: 'Place in the recording' });
  await expect(slider).toBeVisible();
  await expect(embed.getByRole('navigation')).toHaveCount(0);
  await expect(embed.getByRole('button')).toHaveCount(0);
  await expect(embed.getByRole('link')).toHaveCount(1);
  await expect(embed.getByRole('link', { name: 'Open in the workbench' })).toHaveAttribute(
    'href',
    /\/p\/[^/]+\/sessions\/[^/]+\?as=contributor&t=3000$/,
  );
  await expect(embed.getByRole('status').last()).toContainText('Showing 0:03–');
  const { violations } = await new AxeBuilder({ page }).exclude('.replayer-wrapper').analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  await player.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(slider).not.toHaveAttribute('aria-valuenow', '3');
  expect(openings).toHaveLength(1);

  const stranger = await browser.newContext();
  const out = await stranger.newPage();
  await out.goto(wikiUrl);
  const asked = out.frameLocator('iframe');
  await expect(asked.getByText('You are not signed in here')).toBeVisible();
  await expect(asked.getByRole('link', { name: 'Open the workbench' })).toHaveAttribute(
    'target',
    '_blank',
  );
  const outside = await new AxeBuilder({ page: out }).analyze();
  expect(outside.violations.map(({ id }) => id)).toEqual([]);
  await asked.getByRole('button', { name: 'Try again' }).click();
  await expect(asked.getByText('You are not signed in here')).toBeVisible();
  await stranger.close();
  expect(errors).toEqual([]);
});
