/** Makes the picture in the README: the session workspace of a fresh demo, with tasks cut and named. */
import { chromium } from 'playwright';
import { browserLaunchOptions } from '#tests/browser.ts';
import { Desk, signIn } from '#tests/e2e/people.ts';
import { startWorkbench } from '#tests/e2e/workbench.ts';

const workbench = await startWorkbench();
const browser = await chromium.launch(browserLaunchOptions());
try {
  const { page } = await signIn(browser, workbench, 'annotator');
  await page.setViewportSize({ width: 1440, height: 900 });
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  for (const [index, [startsMs, endsMs, instruction, intent]] of (
    [
      [3000, 34_000, 'Find the order with a wrong delivery address', '1'],
      [34_000, 110_000, 'Correct the delivery address of the order', '6'],
      [110_000, 150_000, 'Check that the order shows the new address', '4'],
    ] as const
  ).entries()) {
    await ada.mark(startsMs, endsMs);
    await ada.task(index + 1).click();
    await ada.name(instruction, intent, 'Shift+1');
  }
  await ada.saved();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: 'public/workspace.png' });
} finally {
  await browser.close();
  await workbench.stop();
}
