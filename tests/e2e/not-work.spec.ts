/** A stretch that is not work: seen by whoever marked it, blank to all who come after. */
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

interface Opened {
  readonly chunks: readonly { readonly path: string }[];
}

test('what an annotator marks as not work is blank to an admin', async ({ browser }) => {
  const office = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(office.page);
  const opened = office.page.waitForResponse(/rpc\/(open_session|read_ahead)/);
  await ada.key('l');
  await ada.ready();
  const whole = (await (await opened).json()) as Opened | { opened: Opened };
  const chunks = 'opened' in whole ? whole.opened.chunks : whole.chunks;
  const address = office.page.url().replace(/\?.*/, '');

  await test.step('one key marks it, and says so while it is seen', async () => {
    await office.page.getByRole('slider', { name: 'Playhead' }).focus();
    await ada.key('Home');
    await ada.stepTo(20_000);
    await ada.key('i');
    await ada.stepTo(130_000);
    await ada.key('x');
    await ada.key('ArrowLeft');
    await expect(office.page.getByText('You marked this as not work.')).toBeVisible();
    await expect(ada.replayed('Brackenhall')).toBeVisible();
    await ada.saved();
  });

  await test.step('no task is made over it', async () => {
    await ada.key('Home');
    await ada.key('i');
    await ada.stepTo(132_000);
    await ada.key('o');
    await expect(office.page.getByText(/This task would lie over/)).toBeVisible();
    await ada.key('Escape');
  });

  const elsewhere = await signIn(browser, workbench, 'admin');
  const olu = new Desk(elsewhere.page);
  const fetched: string[] = [];
  elsewhere.page.on('request', (request) => fetched.push(request.url()));

  await test.step('an admin with a reason is told nothing of it', async () => {
    const answer = elsewhere.page.waitForResponse(/rpc\/open_session/);
    await elsewhere.page.goto(address);
    await elsewhere.page.getByLabel('Reason').fill('Looking into a complaint');
    await elsewhere.page.getByRole('button', { name: 'Open with this reason' }).click();
    const told = (await (await answer).json()) as Opened;
    expect(told.chunks.length).toBeLessThanOrEqual(chunks.length);
    await olu.ready();
    await elsewhere.page.getByRole('slider', { name: 'Playhead' }).focus();
    await olu.key('Home');
    await olu.stepTo(60_000);
    await expect(elsewhere.page.getByText('Not work: blanked')).toBeVisible();
    await expect(olu.replayed('Brackenhall')).toBeHidden();
    const axe = new AxeBuilder({ page: elsewhere.page }).exclude('iframe');
    expect((await axe.analyze()).violations).toEqual([]);
    const kept = new Set(told.chunks.map(({ path }) => path));
    for (const { path } of chunks.filter((each) => !kept.has(each.path)))
      expect(fetched.filter((url) => url.includes(path))).toEqual([]);
  });

  await test.step('playing goes around it, to the page as it stands after', async () => {
    await olu.key('Home');
    await olu.stepTo(19_000);
    await olu.key('Space');
    await olu.untilPast(130_000);
    await expect(elsewhere.page.getByText('Not work: blanked')).toBeHidden();
    await expect(olu.replayed('Brackenhall')).toBeVisible();
  });

  expect([...office.errors, ...elsewhere.errors]).toEqual([]);
});
