/** A Chromium with the built extension, its sites permitted as a person would have done. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright';
import { build } from 'vite';
import { browserLaunchOptions } from '#tests/browser.ts';

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly background: () => Promise<Worker>;
  /** A page of the extension's own, such as `options.html`. */
  readonly openPanel: (path: string) => Promise<Page>;
  /** The browser's number of the tab that shows this address. */
  readonly tabShowing: (address: string) => Promise<number>;
  /** Ends the background as the browser does when it is idle. */
  readonly endBackground: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the extension as it is now. The browser's own question for a site can't be answered by a
 * script, so `sites` stand in the copy's manifest. */
export async function openBrowser(sites: readonly string[]): Promise<ExtensionBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'tasktape-extension-'));
  const unpacked = await unpack(join(folder, 'extension'), sites);
  const { args = [], ...options } = browserLaunchOptions();
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...options,
    // The older headless Chromium knows no extensions.
    args: [
      ...args,
      '--headless=new',
      `--disable-extensions-except=${unpacked}`,
      `--load-extension=${unpacked}`,
    ],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const background = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const origin = `chrome-extension://${new URL((await background()).url()).host}`;
  await closeFirstSettings(context);
  const openPanel = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`${origin}/${path}`);
    return page;
  };
  return {
    context,
    background,
    openPanel,
    tabShowing: async (address) => {
      const tabs = await (await background()).evaluate(() => chrome.tabs.query({}));
      const id = tabs.find(({ url }) => url?.startsWith(address))?.id;
      if (id === undefined) throw new Error(`No tab shows ${address}.`);
      return id;
    },
    endBackground: async () => {
      const page = await openPanel('options.html');
      const devtools = await context.newCDPSession(page);
      await devtools.send('ServiceWorker.enable');
      await devtools.send('ServiceWorker.stopAllWorkers');
      await page.close();
    },
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The settings open by themselves once, right after the extension was put in. */
async function closeFirstSettings(context: BrowserContext): Promise<void> {
  const isSettings = (page: Page) => page.url().endsWith('/options.html');
  for (;;) {
    const settings = context.pages().find(isSettings);
    if (settings) return settings.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function unpack(to: string, sites: readonly string[]): Promise<string> {
  await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'extension',
    logLevel: 'error',
    build: { outDir: to },
  });
  const file = join(to, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  const permitted = { ...manifest, host_permissions: sites.map((site) => `${site}/*`) };
  await writeFile(file, JSON.stringify(permitted));
  return to;
}
