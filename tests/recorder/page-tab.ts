/** One tab with a recorded page in it, and the recorder's own parts behind their closed roots. */
import type { BrowserContext, Page } from 'playwright';

declare const ownRoots: ShadowRoot[];
interface RecordingHandle {
  readonly state: { readonly kind: string; readonly why?: string };
  stop(): void;
}

export class RecordedTab {
  readonly page: Page;
  /** What the recorder said on the console. */
  readonly said: string[] = [];
  /** Errors that reached the page. */
  readonly errors: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.text().startsWith('Tasktape')) this.said.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async open(context: BrowserContext): Promise<RecordedTab> {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const roots: ShadowRoot[] = [];
      Object.assign(window, { ownRoots: roots });
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        const root = attach.call(this, init);
        if (this.localName.startsWith('tasktape')) roots.push(root);
        return root;
      };
    });
    return new RecordedTab(page);
  }

  state(): Promise<{ kind: string; why?: string } | undefined> {
    return this.page.evaluate(async () => {
      const started = (window as unknown as Record<symbol, Promise<RecordingHandle> | undefined>)[
        Symbol.for('tasktape.recording')
      ];
      return (await started)?.state;
    });
  }

  async until(kind: string): Promise<void> {
    for (let left = 150; (await this.state())?.kind !== kind; left -= 1) {
      if (left === 0)
        throw new Error(`never ${kind}: ${JSON.stringify(await this.state())} ${this.said.join()}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** The text a person sees in the recorder's dialog and sign. */
  ownText(): Promise<string> {
    return this.page.evaluate(() =>
      ownRoots
        .filter((root) => root.host.isConnected)
        .map((root) => [...root.children].map((each) => (each as HTMLElement).innerText).join('\n'))
        .join('\n'),
    );
  }

  /** Presses a button of the recorder's own by its first words, where a person would. */
  async press(words: string): Promise<void> {
    const place = await this.page.evaluate((label) => {
      const button = ownRoots
        .filter((root) => root.host.isConnected)
        .flatMap((root) => [...root.querySelectorAll<HTMLElement>('button, a')])
        .find((each) => each.textContent.trim().startsWith(label));
      button?.scrollIntoView({ block: 'nearest' });
      const box = button?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2, size: box.width };
    }, words);
    if (!place?.size) throw new Error(`There is no button “${words}” in: ${await this.ownText()}`);
    await this.page.mouse.click(place.x, place.y);
  }

  /** Ticks the first purpose and says yes. */
  async agree(): Promise<void> {
    await this.until('asking');
    await this.page.evaluate(() => {
      const box = ownRoots.flatMap((root) => [...root.querySelectorAll('input')])[0];
      box?.click();
    });
    await this.press('Yes, record');
    await this.until('recording');
  }
}
