/** From a recording to a verified release, by five people's own hands, on each kind of database. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import { findPostgres } from '../postgres.ts';
import { Desk, importFile, signIn } from './people.ts';
import { shiftedRecording } from './shifted-recording.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

for (const kind of ['pglite', 'postgres'] as const) {
  test.describe(kind, () => {
    test.skip(kind === 'postgres' && !findPostgres(), 'No PostgreSQL is installed here.');
    let workbench: Workbench;
    test.beforeAll(async () => {
      test.setTimeout(240_000);
      workbench = await startWorkbench(kind);
    });
    test.afterAll(() => workbench?.stop());

    test('a recorded session becomes a downloaded, verified episode', async ({ browser }) => {
      const admin = await signIn(browser, workbench, 'admin');
      const file = await shiftedRecording(workbench.folder);
      const address = workbench.url + (await importFile(admin.page, file, 'heron'));

      const annotator = await signIn(browser, workbench, 'annotator');
      const ada = new Desk(annotator.page);
      await test.step('two tasks are marked while the session plays', async () => {
        await ada.open(address);
        await expect(ada.replayed(/orders/i)).toBeVisible();
        await ada.key('Space');
        await ada.untilPast(1000);
        await ada.key('i');
        await ada.untilPast(12_000);
        await ada.key('e');
        await ada.untilPast(24_000);
        await ada.key('o');
        await ada.key('k');
        await expect(ada.task(2)).toBeVisible();
      });
      await test.step('they are named and submitted by keyboard', async () => {
        await ada.task(1).click();
        await ada.name('Find the order', '1', 'Shift+1');
        await ada.task(2).click();
        await ada.name('Correct its adress', '2', 'Shift+1');
        await ada.saved();
        await ada.key('Control+Enter');
        await expect(annotator.page.getByText(/submitted/i).first()).toBeVisible();
      });

      const reviewer = await signIn(browser, workbench, 'reviewer');
      const ravi = new Desk(reviewer.page);
      const review = async () => {
        await reviewer.page.goto(`${workbench.url}/`);
        await reviewer.page.getByRole('link', { name: 'Review' }).click();
        await reviewer.page.getByRole('button', { name: 'Review next' }).click();
        await expect(ravi.task(1)).toBeVisible();
      };
      await test.step('the reviewer returns it with a comment', async () => {
        await review();
        await ravi.key('r');
        await reviewer.page.getByLabel('Comment').fill('Task 2: mind the spelling of address.');
        await ravi.key('Control+Enter');
        await expect(reviewer.page.getByText(/changes requested/i).first()).toBeVisible();
      });
      await test.step('the annotator mends it', async () => {
        await ada.open(address);
        await expect(annotator.page.getByText('mind the spelling of address')).toBeVisible();
        await ada.task(2).click();
        await ada.key('n');
        await ada.key('Control+a');
        await annotator.page.keyboard.type('Correct its delivery address');
        await ada.key('Escape');
        await ada.saved();
        await ada.key('Control+Enter');
        await expect(annotator.page.getByText(/submitted/i).first()).toBeVisible();
      });
      await test.step('the reviewer approves it', async () => {
        await review();
        await ravi.key('a');
        await ravi.key('Control+Enter');
        await expect(reviewer.page.getByText(/approved/i).first()).toBeVisible();
      });

      const consumer = await signIn(browser, workbench, 'consumer');
      await test.step('the ML engineer builds, downloads and verifies a release', async () => {
        const { page } = consumer;
        await page.getByRole('link', { name: 'Releases' }).click();
        await page.getByRole('button', { name: 'Build a release' }).click();
        await page.getByLabel('Name').fill('first');
        await page
          .getByRole('dialog')
          .getByRole('button', { name: /^Build/ })
          .click();
        await page.getByRole('button', { name: 'Done' }).click();
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download' }).click();
        const zip = join(workbench.folder, 'first.zip');
        await (await download).saveAs(zip);

        const folder = await unpack(zip, workbench.folder);
        const lines = (await readFile(join(folder, 'episodes.jsonl'), 'utf8')).trim().split('\n');
        const episodes = lines.map((line) => JSON.parse(line));
        expect(episodes.map((episode) => episode.task.instruction)).toEqual([
          'Find the order',
          'Correct its delivery address',
        ]);
        expect(episodes.every((episode) => episode.steps.length > 0)).toBe(true);
        expect(await workbench.cli('verify', folder)).toMatchObject({ code: 0 });
        await writeFile(join(folder, 'episodes.jsonl'), lines[0] + '\n');
        expect((await workbench.cli('verify', folder)).code).not.toBe(0);
      });

      for (const { errors } of [admin, annotator, reviewer, consumer]) expect(errors).toEqual([]);
    });
  });
}

async function unpack(zip: string, into: string): Promise<string> {
  const files = Object.entries(unzipSync(await readFile(zip))).filter(
    ([name]) => !name.endsWith('/'),
  );
  for (const [name, bytes] of files) {
    const path = join(into, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, bytes);
  }
  return join(into, files[0]![0], '..');
}
