/** Draws the extension's icons: `npx tsx tests/extension/draw-icons.ts`. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserLaunchOptions } from '#tests/browser.ts';

const folder = fileURLToPath(new URL('../../src/extension/icons/', import.meta.url));
// The lanes of tape and the cut of the workbench's logo, on a ground of their own because a
// toolbar may be light or dark.
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="100%" height="100%">
  <rect width="20" height="20" rx="4.5" fill="#1f2130"/>
  <path fill="#c9cddd" d="M3 5h5v2.6H3zM9.6 5H17v2.6H9.6zM3 8.7h8.4v2.6H3zM15.4 8.7H17v2.6h-1.6zM3 12.4h3.4V15H3zM8 12.4h9V15H8z"/>
  <path fill="#1f2130" d="M12.3 2.5h2.6v15h-2.6z"/>
  <path fill="#8f86ff" d="M12.9 2.5h1.4v15h-1.4z"/>
</svg>`;

const browser = await chromium.launch(browserLaunchOptions());
try {
  for (const size of [16, 32, 48, 128]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
    await writeFile(`${folder}${size}.png`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
