/** Page objects: what each person does in the workbench, in their own words. */
import { expect as expectSoon, type Browser, type Page } from 'playwright/test';
import type { Workbench } from './workbench.ts';

/** As long as a busy machine takes, whoever waits: what measures runs without the settings of the tests. */
const expect = expectSoon.configure({ timeout: 60_000 });

export const names = {
  annotator: 'Ada Quill',
  reviewer: 'Ravi Margin',
  consumer: 'Mei Tensor',
  admin: 'Olu Ledger',
  contributor: 'Cora Field',
} as const;

/** A browser of their own, signed in. `errors` is what their page throws. */
export async function signIn(browser: Browser, workbench: Workbench, who: keyof typeof names) {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(workbench.url);
  await page.getByRole('button', { name: names[who] }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return { page, errors };
}

export async function importFile(page: Page, file: string, contributor: string) {
  await page.getByRole('button', { name: 'Import' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Import recordings' });
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByLabel('Recorded person, by pseudonym').fill(contributor);
  await dialog.getByRole('checkbox', { name: /training/i }).check();
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await expect(dialog.getByText('Imported', { exact: true })).toBeVisible();
  const link = dialog.getByRole('link', { name: 'Open the session' });
  const address = await link.getAttribute('href');
  await dialog.getByRole('button', { name: 'Done' }).click();
  return address!;
}

/** Closes every browser a test left open, as its people would: what they edited is free again. */
export async function leaveAll(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) {
    for (const page of context.pages()) await page.goto('about:blank');
    await context.close();
  }
}

/** The session workspace by keyboard. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(address: string) {
    await this.page.goto(address);
    await this.ready();
  }

  async ready() {
    await expect(this.page.getByRole('region', { name: 'Timeline' })).toBeVisible();
    await expect(this.page.getByRole('button', { name: 'Play' })).toBeEnabled();
  }

  /** No other window edits the annotation. */
  async mine() {
    await expect(this.page.getByText(/open elsewhere/)).toHaveCount(0, { timeout: 120_000 });
  }

  /** Marks a task by keyboard while standing still; whole seconds. */
  async mark(startsMs: number, endsMs: number) {
    await this.page.getByRole('slider', { name: 'Playhead' }).focus();
    await this.key('Home');
    await this.stepTo(startsMs);
    await this.key('i');
    await this.stepTo(endsMs);
    await this.key('o');
  }

  async stepTo(at: number) {
    for (let here = await this.at(); here < at; here = await this.at()) {
      for (let step = here; step < at; step += 1000) await this.key('ArrowRight');
    }
  }

  /** Text that the replayed page shows now. */
  replayed(text: string | RegExp) {
    return this.page.frameLocator('iframe').frameLocator('.shown iframe').getByText(text).first();
  }

  key(key: string) {
    return this.page.keyboard.press(key);
  }

  /** The playhead in milliseconds. */
  async at(): Promise<number> {
    const value = await this.page
      .getByRole('slider', { name: 'Playhead' })
      .getAttribute('aria-valuenow');
    return Number(value);
  }

  async untilPast(at: number) {
    await expect.poll(() => this.at(), { timeout: 60_000 }).toBeGreaterThan(at);
  }

  task(number: number) {
    return this.page
      .getByRole('list', { name: 'Tasks' })
      .getByRole('button', { name: `Task ${number},` });
  }

  async name(instruction: string, intent: string, outcome: string) {
    await this.key('n');
    await expect(this.page.getByRole('textbox', { name: 'Instruction' })).toBeFocused();
    await this.page.keyboard.type(instruction);
    await this.key('Escape');
    await this.key(intent);
    await this.key(outcome);
  }

  async saved() {
    await expect(this.page.getByText(/, saved /).first()).toBeVisible();
  }
}
