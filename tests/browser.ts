/** Finds a Chromium on this machine and says how Playwright should start it. */
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from 'playwright';

/** `TASKTAPE_CHROMIUM`, else Debian's, else the one Playwright installed. */
export function findChromium(): string | undefined {
  const asked = process.env['TASKTAPE_CHROMIUM'];
  if (asked) {
    if (!existsSync(asked))
      throw new Error(`TASKTAPE_CHROMIUM names ${asked}, which is not there.`);
    return asked;
  }
  return ['/usr/bin/chromium', chromium.executablePath()].find((path) => existsSync(path));
}

export function browserLaunchOptions(): LaunchOptions {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error(
      'No Chromium was found. Run “npx playwright install chromium”, install your system’s chromium package, or set TASKTAPE_CHROMIUM to the path of one.',
    );
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // Chromium refuses its sandbox to root, as in most containers.
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args };
}
