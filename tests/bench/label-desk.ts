/** The workspace as a person who labels sees it: where the playhead is, whether it plays, and how much
 * of the time it stood. */
import type { Locator, Page } from 'playwright';
import type { Ms, Span } from '#core/time.ts';

declare const tasktapeWatch: { played: number; paused: number };

const everyMs = 100;

export class LabelDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Counts from now on. */
  async watch(): Promise<void> {
    await this.page.evaluate((every) => {
      const watch = { played: 0, paused: 0 };
      Object.assign(globalThis, { tasktapeWatch: watch });
      setInterval(() => {
        const isPlaying = document.querySelector('button[aria-label^="Pause"]') !== null;
        watch[isPlaying ? 'played' : 'paused'] += 1;
      }, every);
    }, everyMs);
  }

  /** 0 to 1, of the time since `watch`. */
  async pausedShare(): Promise<number> {
    const { played, paused } = await this.page.evaluate(() => tasktapeWatch);
    return paused / Math.max(1, played + paused);
  }

  /** The playhead, in ms. */
  async at(): Promise<number> {
    const value = await this.page
      .getByRole('slider', { name: 'Playhead' })
      .getAttribute('aria-valuenow');
    return Number(value);
  }

  async until(atMs: number): Promise<void> {
    while ((await this.at()) < atMs) await this.page.waitForTimeout(40);
  }

  /** The timeline's lane of tasks. */
  get lane(): Locator {
    return this.page
      .getByRole('region', { name: 'Timeline' })
      .getByRole('list', { name: 'Tasks', exact: true });
  }

  /** What is marked so far, in ms, as a screen reader is told it. */
  async marked(): Promise<Span[]> {
    const edges = this.lane.getByRole('slider');
    const values = await edges.evaluateAll((all) =>
      all.map((each) => Number(each.getAttribute('aria-valuenow')) as Ms),
    );
    return values.flatMap((startsMs, index) =>
      index % 2 === 0 ? [{ startsMs, endsMs: values[index + 1]! }] : [],
    );
  }

  /** None where none came up in the time it takes to look. */
  async drafts(): Promise<string[]> {
    await this.#drafts.waitFor({ timeout: 1000 }).catch(() => undefined);
    return this.#drafts.locator('button > span').allInnerTexts();
  }

  draft(text: string): Locator {
    return this.#drafts.getByRole('button', { name: text }).first();
  }

  /** Waits until the keyboard is in a field, as a person sees by its ring. Throws where it never comes. */
  async inField(name: string): Promise<void> {
    const field = this.page.getByLabel(name, { exact: true }).and(this.page.locator(':focus'));
    await field.waitFor({ timeout: 30_000 });
  }

  get #drafts(): Locator {
    return this.page.getByRole('region', { name: 'Drafts from what was done' });
  }
}
