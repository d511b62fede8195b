import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './tell-error.ts';

const programFiles = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
].flatMap((folder) => folder ?? []);

const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: programFiles.map((folder) =>
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
};

/** `TASKTAPE_CHROMIUM`, else an installed Chromium or Chrome, else Playwright's own. */
export function findBrowser(playwrightsOwn: string): string {
  const asked = process.env['TASKTAPE_CHROMIUM'];
  if (asked !== undefined && !existsSync(asked))
    throw new CommandError(`TASKTAPE_CHROMIUM names ${asked}, which is not there.`);
  const found = [asked, ...(installed[process.platform] ?? []), playwrightsOwn].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found !== undefined) return found;
  throw new CommandError(
    'No Chromium was found. Run “npx playwright install chromium”, install Chrome or Chromium, or set TASKTAPE_CHROMIUM to the path of one.',
  );
}
