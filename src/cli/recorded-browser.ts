/** The browser that is recorded, as a person or a script uses it. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import type { BrowserContext, Download, Page } from 'playwright';
import { findBrowser } from './find-browser.ts';
import { CommandError } from './tell-error.ts';

export interface RecordedBrowser {
  readonly context: BrowserContext;
  /** Settled when no window is left. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

interface BrowserOptions {
  readonly headless: boolean;
  /** A folder that stays; without it the browser forgets everything. */
  readonly profile?: string;
  readonly say: (sentence: string) => void;
}

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function openBrowser(options: BrowserOptions): Promise<RecordedBrowser> {
  const { headless, profile } = options;
  if (!headless) needScreen();
  const { chromium } = await import('playwright');
  const executablePath = findBrowser(chromium.executablePath());
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'tasktape-browser-')));
  const tidy = async () => {
    if (!profile) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const isRoot = process.getuid?.() === 0;
  try {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath,
      headless,
      args: quiet,
      // Chromium refuses its sandbox to root, as in most containers.
      chromiumSandbox: !isRoot,
      // A window as any other: pages are as large as it is.
      ...(headless ? {} : { viewport: null }),
      // Ctrl-C is ours: the last events must come out of the pages first.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    if (!headless) behaveNormally(context, options.say);
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    return { context, closed, close: () => context.close().finally(tidy) };
  } catch (error) {
    await tidy();
    const [first = ''] = String((error as Error).message).split('\n');
    throw new CommandError(
      `The browser ${executablePath} did not start. Is it open on the same --profile? It said: ${first}`,
    );
  }
}

/** Without listeners, Playwright answers dialogs by itself and throws downloads away. */
function behaveNormally(context: BrowserContext, say: (sentence: string) => void): void {
  const behave = (page: Page) => {
    page.on('dialog', () => undefined);
    page.on('download', (download) => void keep(download, say));
  };
  context.pages().forEach(behave);
  context.on('page', behave);
}

async function keep(download: Download, say: (sentence: string) => void): Promise<void> {
  const downloads = join(homedir(), 'Downloads');
  const folder = existsSync(downloads) ? downloads : process.cwd();
  const path = freePath(folder, download.suggestedFilename());
  await download.saveAs(path).then(
    () => say(`Downloaded ${path}`),
    () => undefined,
  );
}

function freePath(folder: string, suggested: string): string {
  const { name, ext } = parse(suggested);
  for (let count = 0; ; count += 1) {
    const path = join(folder, count === 0 ? `${name}${ext}` : `${name} (${count})${ext}`);
    if (!existsSync(path)) return path;
  }
}

function needScreen(): void {
  if (process.platform !== 'linux') return;
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return;
  throw new CommandError(
    'There is no screen here to open a browser on. Record at a desktop, or add --headless and --script.',
  );
}
