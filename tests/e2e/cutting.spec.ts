/** Cutting in the workbench by key and by pointer: what is held, dragged, drawn, measured and taken away. */
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

const lane = (page: Page) => page.getByRole('list', { name: 'Tasks', exact: true });
const edge = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });

test('tasks are carried, parted, dragged, drawn and removed', async ({ browser }) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  await ada.mark(1000, 21_000);

  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await ada.key('Home');
  await ada.stepTo(5000);
  await ada.key('d');
  await ada.stepTo(9000);
  await ada.key('d');
  await ada.stepTo(14_000);
  await ada.key('o');
  await expect(lane(page).getByRole('button', { name: 'Subtask 1.2,' })).toBeVisible();

  await ada.stepTo(24_000);
  await page.keyboard.down('c');
  await ada.stepTo(30_000);
  await ada.key('e');
  await ada.stepTo(36_000);
  await page.keyboard.up('c');
  await expect(ada.task(3)).toHaveAttribute('aria-label', /0:30.000 to 0:36.000/);
  await expect(lane(page).getByText('Marking')).toHaveCount(0);

  const end = edge(page, 'End of task 3');
  await end.focus();
  await end.press('ArrowLeft');
  await expect(end).toHaveAttribute('aria-valuenow', '35990');
  await expect.poll(() => ada.at()).toBe(35_990);

  const before = await ada.at();
  const common = edge(page, 'Start of task 3');
  const box = (await common.boundingBox())!;
  await page.mouse.move(box.x + 3, box.y + 8);
  await page.mouse.down();
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x - 6, box.y + 8, { steps: 3 });
  await expect.poll(() => ada.at()).toBeLessThan(30_000);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(() => ada.at()).toBe(before);
  await expect(common).toHaveAttribute('aria-valuetext', /touching task 2/);
  expect(Number(await common.getAttribute('aria-valuenow'))).toBeLessThan(30_000);

  const room = (await lane(page).boundingBox())!;
  await page.mouse.move(room.x + 700, room.y + 10);
  await page.mouse.down();
  await page.mouse.move(room.x + 780, room.y + 10, { steps: 3 });
  await expect(page.getByText(/^New task, /)).toBeVisible();
  await page.mouse.up();
  await expect(ada.task(4)).toHaveAttribute('aria-pressed', 'true');

  await ada.task(4).focus();
  await ada.key('Delete');
  await expect(ada.task(4)).toHaveCount(0);
  await expect(ada.task(3)).toBeFocused();
  expect(errors).toEqual([]);
});

test('the reaction lag is measured by key, and kept', async ({ browser }) => {
  const { page } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  await ada.mine();
  await ada.key('Shift+C');
  const mark = page.getByRole('button', { name: /^The mark: / });
  // Answered in the page itself, which on a busy machine is the only way to be in time, and as late as a
  // person would.
  await mark.evaluate((button) => {
    let seen = '0';
    new MutationObserver(() => {
      const jumps = /mark: (\d+)/.exec(button.getAttribute('aria-label') ?? '')?.[1] ?? seen;
      if (jumps === seen) return;
      seen = jumps;
      const answer = new KeyboardEvent('keydown', { key: 'e', code: 'KeyE' });
      setTimeout(() => dispatchEvent(answer), 250);
    }).observe(button, { attributes: true });
  });
  const line = page.getByRole('region', { name: 'Reaction lag' });
  await expect(line.getByText(/You press \d+ ms late/)).toBeVisible();
  await page.reload();
  await ada.ready();
  await expect(line.getByText(/Reaction lag \d+ ms, measured today/)).toBeVisible();
});
