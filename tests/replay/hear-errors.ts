import type { Page } from 'playwright';

/** What goes wrong in a page and in all frames of it, from now on: errors on the console, those that
 * nobody caught, and a crash. */
export function hearErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('crash', () => errors.push('the page crashed'));
  return errors;
}
