/** What a person does with the extension, through its own pages. */
import type { Page } from 'playwright';
import type { ExtensionBrowser } from './open-browser.ts';
import { pressClosed, seeClosed } from './closed-parts.ts';

export class Person {
  readonly #browser: ExtensionBrowser;

  constructor(browser: ExtensionBrowser) {
    this.#browser = browser;
  }

  async setUp(connectionLine: string): Promise<void> {
    const options = await this.#browser.openPanel('options.html');
    await options.getByLabel('Connection line').fill(connectionLine);
    await options.getByRole('button', { name: 'Save' }).click();
    await options.getByText('Saved.').waitFor();
    await options.close();
  }

  /** The popup about the tab that shows this address. */
  async popup(address: string): Promise<Page> {
    const tab = await this.#browser.tabShowing(address);
    return this.#browser.openPanel(`popup.html?tab=${tab}`);
  }

  /** Presses a button of the popup about this page, and once more where the popup asks again. */
  async press(page: Page, button: string, then: string, sure?: string): Promise<void> {
    const popup = await this.popup(page.url());
    await popup.getByRole('button', { name: button, exact: true }).click();
    if (sure) await popup.getByRole('button', { name: sure, exact: true }).click();
    await this.#see(then, popup, page);
  }

  /** Answers the question of consent, which is asked for each site. */
  async agree(page: Page): Promise<void> {
    const popup = await this.popup(page.url());
    const [consent] = await Promise.all([
      this.#browser.context.waitForEvent('page'),
      popup.getByRole('button', { name: 'Read and answer' }).click(),
    ]);
    await pressClosed(consent, 'checkbox', 'Training');
    await pressClosed(consent, 'button', 'Yes, record');
    await this.waitFor(page, 'Recording');
    await popup.close();
  }

  async waitFor(page: Page, state: string): Promise<void> {
    const popup = await this.popup(page.url());
    await this.#see(state, popup, page);
  }

  async #see(state: string, popup: Page, page: Page): Promise<void> {
    await popup.getByRole('heading', { name: state, exact: true }).waitFor();
    await popup.close();
    await page.bringToFront();
    // The page hears of it after the popup: only its own sign tells that what is done now is seen.
    if (state === 'Recording') await this.seeSign(page);
  }

  async seeSign(page: Page): Promise<void> {
    await seeClosed(page, 'button', 'Recording');
  }
}
