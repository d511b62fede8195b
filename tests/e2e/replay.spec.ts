/** Replay in the workbench: what can't be had is said and crossed, and the shortest step is one event. */
import { expect, test } from 'playwright/test';
import { Desk, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterAll(() => workbench?.stop());

test('a part that can’t be had is named, crossed, and there once it can be', async ({
  browser,
}) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  const lost = '**/0-4.json.gz';
  await page.route(lost, (route) => route.fulfill({ status: 404, json: { message: 'Not found' } }));
  await page.keyboard.press('l');
  await ada.ready();
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await ada.stepTo(115_000);
  const why = page.getByRole('status').filter({ hasText: 'Chunk 5 of tab 1 can’t be played' });
  await ada.key('Space');
  await expect(why).toBeVisible({ timeout: 60_000 });
  await ada.untilPast(157_000);
  await expect(why).toHaveCount(0);
  await ada.key('Space');

  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await ada.key('Home');
  await ada.stepTo(135_000);
  await expect(why).toBeVisible({ timeout: 60_000 });
  await page.unroute(lost);
  await why.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('group', { name: /Recorded page/ })).toHaveAttribute(
    'aria-busy',
    'false',
  );
  await expect(ada.replayed('Add note')).toBeVisible();
  await expect(why).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('play waits while the server is away, however often it is tried, and goes on when it is back', async ({
  browser,
}) => {
  const { page } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  const tries = new Map<string, number>();
  page.on('requestfailed', (request) => {
    const path = new URL(request.url()).pathname;
    if (path.endsWith('.json.gz')) tries.set(path, (tries.get(path) ?? 0) + 1);
  });
  await page.context().setOffline(true);
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await ada.stepTo(135_000);
  await ada.key('Space');
  await expect.poll(() => Math.max(...tries.values()), { timeout: 60_000 }).toBeGreaterThan(5);
  await expect(page.getByText('The connection is slow or away; trying again')).toBeVisible();
  expect(await ada.at()).toBe(135_000);
  await expect(page.getByText('This part could not be loaded')).toHaveCount(0);
  await page.context().setOffline(false);
  await ada.untilPast(137_000);
  await expect(page.getByRole('group', { name: /Recorded page/ })).toHaveAttribute(
    'aria-busy',
    'false',
  );
});

test('the shortest step is one event, there and back', async ({ browser }) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await ada.stepTo(20_000);
  const places = [await ada.at()];
  for (let step = 0; step < 5; step += 1) {
    await ada.key('Alt+Shift+ArrowRight');
    await expect.poll(() => ada.at()).toBeGreaterThan(places.at(-1)!);
    places.push(await ada.at());
  }
  for (const place of places.slice(1, -1).reverse()) {
    await ada.key('Alt+Shift+ArrowLeft');
    await expect.poll(() => ada.at()).toBe(place);
  }
  expect(errors).toEqual([]);
});

test('a step by page goes to where the page is seen, though its address came before it', async ({
  browser,
}) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await ada.key('Home');
  const next = () => ada.key('>');
  await next();
  await expect(ada.replayed('23 open, 12 overdue')).toBeVisible();
  for (const words of ['Placed Tue 17 Nov', 'Edit BH-1054', 'Placed Tue 17 Nov']) {
    const before = await ada.at();
    await next();
    await expect.poll(() => ada.at()).toBeGreaterThan(before);
    await expect(ada.replayed(words)).toBeVisible();
  }
  expect(errors).toEqual([]);
});
