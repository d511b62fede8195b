/** Naming by keyboard in a real browser: few keys, drafts that give way, compositions left alone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { Desk, signIn } from './people.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  workbench = await startWorkbench();
});
test.afterAll(() => workbench?.stop());

test('tasks in a row are named with three keys each', async ({ browser }) => {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  const ada = new Desk(page);
  await page.keyboard.press('l');
  await ada.ready();
  for (const [startsMs, endsMs] of [
    [3000, 34_000],
    [34_000, 110_000],
    [110_000, 150_000],
  ] as const)
    await ada.mark(startsMs, endsMs);
  const instruction = page.getByRole('textbox', { name: 'Instruction' });
  const intent = page.getByRole('combobox', { name: 'Intent' });
  const outcome = page.getByRole('radiogroup', { name: 'Outcome' });

  await test.step('Escape leaves a field that drafts are offered for, and keys mean the page again', async () => {
    await ada.task(1).click();
    await ada.key('n');
    await expect(instruction).toBeFocused();
    await expect(page.getByRole('button', { name: /^Find order .* Alt 1$/ })).toBeVisible();
    await ada.key('Escape');
    for (const number of [2, 3]) {
      await ada.key('ArrowDown');
      await expect(ada.task(number)).toHaveAttribute('aria-pressed', 'true');
    }
    await expect(page.locator('body')).toBeFocused();
    await ada.key('Escape');
  });

  await test.step('a draft is taken, and taken out again by the undo of the field', async () => {
    await ada.key('u');
    await expect(instruction).toBeFocused();
    await ada.key('Tab');
    await expect(instruction).toHaveValue(/^Find order/);
    await ada.key('Control+z');
    await expect(instruction).toHaveValue('');
  });

  await test.step('what is being composed goes nowhere', async () => {
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', {
      text: 'けん',
      selectionStart: 2,
      selectionEnd: 2,
    });
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await expect(instruction).toBeFocused();
    await input.send('Input.insertText', { text: '検' });
    await expect(instruction).toHaveValue('検');
    await expect(instruction).toBeFocused();
    await ada.key('Backspace');
  });

  await test.step('instruction, intent, outcome, and on to the next', async () => {
    await ada.key('Alt+1');
    await expect(intent).toBeFocused();
    await expect(intent).toHaveAttribute('aria-expanded', 'true');
    await ada.key('1');
    await expect(outcome).toBeFocused();
    await ada.key('1');
    for (const number of [2, 3]) {
      await expect(ada.task(number)).toHaveAttribute('aria-pressed', 'true');
      await expect(instruction).toBeFocused();
      await expect(instruction).toHaveValue('');
      for (const key of ['Alt+1', '6', '1']) await ada.key(key);
    }
    await expect(page.getByText('Every task is named.')).toBeVisible();
    await expect(page.locator('body')).toBeFocused();
  });

  await test.step('words find an intent, and Escape gives the keyboard back', async () => {
    await ada.key('/');
    await page.keyboard.type('address customer');
    await expect(page.getByRole('option')).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await ada.key('Escape');
    await expect(page.locator('body')).toBeFocused();
  });

  await test.step('actions are walked and labeled', async () => {
    await ada.key('.');
    await ada.key('Shift+W');
    const about = page.getByRole('group', { name: 'About this action' });
    const wrong = about.getByRole('button', { name: 'wrong' });
    await expect(wrong).toHaveAttribute('aria-pressed', 'true');
    await ada.key('Shift+E');
    const target = about.getByLabel('Target, in words');
    await expect(about.getByRole('textbox').first()).toBeFocused();
    await target.fill('The note about the move');
    await ada.key('Enter');
    await expect(page.getByText('target: “The note about the move”')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await ada.key('Control+z');
    await expect(page.getByText('target: “The note about the move”')).toBeHidden();
    await ada.key('Control+z');
    await expect(wrong).toHaveAttribute('aria-pressed', 'false');
  });
  expect(errors).toEqual([]);
});
