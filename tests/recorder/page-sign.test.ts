/** The sign that a page is recorded: what a person can do by it, and what happens without it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { html } from '#tests/privacy/serve-site.ts';
import type { RecordedTab } from './page-tab.ts';
import { PageWorld } from './page-world.ts';

let world: PageWorld;

beforeAll(async () => {
  world = await PageWorld.start((path, world) =>
    path === '/favicon.ico'
      ? undefined
      : html(`<!doctype html><title>Orders</title>${world().tag}<input id="name">
          <dialog id="dialog">A dialog <button>Close</button></dialog>`),
  );
});
afterAll(() => world?.stop());

async function recorded(): Promise<RecordedTab> {
  const tab = await (await world.visitor()).open();
  await tab.agree();
  return tab;
}

const close = (tab: RecordedTab) => tab.page.context().close();

const harms: Readonly<Record<string, (tab: RecordedTab) => Promise<unknown>>> = {
  'taken out': (tab) => tab.page.evaluate(() => document.querySelector('tasktape-sign')?.remove()),
  'hidden with its page': (tab) =>
    tab.page.evaluate(() => (document.documentElement.style.display = 'none')),
  'covered again and again': (tab) =>
    tab.page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; position: fixed';
      document.body.append(cover);
      cover.showPopover();
      setInterval(() => {
        cover.hidePopover();
        cover.showPopover();
      }, 20);
    }),
};

test.each(Object.keys(harms))('capture stops when the sign is %s', async (harm) => {
  const tab = await recorded();
  await harms[harm]?.(tab);
  await tab.until('paused');
  expect(tab.said).toHaveLength(1);
  expect(tab.said[0]).toMatch(/^Tasktape: recording is paused, because its sign was/);
  expect(tab.errors).toEqual([]);
  await close(tab);
});

test.each([
  '* { display: none !important; }',
  'tasktape-sign { opacity: 0 !important; transform: scale(0) !important; }',
  'html { opacity: 0; }',
  'html { transform: translateX(-5000px); overflow: hidden; }',
])('the page’s styles do not reach the sign: %s', async (css) => {
  const tab = await recorded();
  await tab.page.addStyleTag({ content: css });
  const box = () =>
    tab.page.evaluate(() => {
      const { width, height, right } = document
        .querySelector('tasktape-sign')!
        .getBoundingClientRect();
      return { width, height, right };
    });
  await tab.page.waitForTimeout(1200);
  const { kind } = (await tab.state()) ?? {};
  if (kind === 'recording') expect((await box()).width).toBeGreaterThan(60);
  else expect(kind).toBe('paused');
  await close(tab);
});

test('a modal dialog of the page comes and goes, and the sign stays on top', async () => {
  const tab = await recorded();
  await tab.page.evaluate(() => document.querySelector('dialog')!.showModal());
  await tab.page.waitForTimeout(1200);
  expect((await tab.state())?.kind).toBe('recording');
  await tab.page.keyboard.press('Alt+Shift+P');
  await tab.until('paused');
  await tab.page.keyboard.press('Alt+Shift+P');
  await tab.until('recording');
  await tab.page.keyboard.press('Escape');
  await tab.press('Recording');
  expect(await tab.ownText()).toContain('Stop and discard');
  await close(tab);
});

test('paused in one tab is paused in all, over a reload too, until the person goes on', async () => {
  const visitor = await world.visitor();
  const first = await visitor.open();
  await first.agree();
  const second = await visitor.open();
  await second.until('recording');
  await first.press('Recording');
  await first.press('Pause');
  await first.until('paused');
  await second.until('paused');
  await first.page.reload();
  await first.until('paused');
  await first.press('Paused');
  await first.press('Resume');
  await first.until('recording');
  await second.until('recording');
  await visitor.context.close();
});

test('stopped stays stopped on the next page until the person begins again', async () => {
  const tab = await recorded();
  await tab.press('Recording');
  await tab.press('Stop');
  await tab.until('ended');
  expect(await tab.ownText()).toContain('My recordings');
  await tab.page.reload();
  expect((await tab.state())?.kind).toBe('ended');
  expect(await tab.ownText()).toContain('Not recorded');
  await tab.press('Record again');
  await tab.until('recording');
  await close(tab);
});

test('discarding takes back what was sent, withdrawing ends every tab', async () => {
  const visitor = await world.visitor();
  const first = await visitor.open();
  await first.agree();
  await first.page.locator('#name').pressSequentially('abc');
  await first.press('Recording');
  await first.press('Stop and discard');
  await first.press('Discard');
  await first.until('ended');
  await expect
    .poll(async () => (await world.sessions<{ state: string }>('state')).at(-1)?.state)
    .toBe('discarded');
  await first.press('Record again');
  await first.until('recording');
  const second = await visitor.open();
  await second.until('recording');
  await first.press('Recording');
  await first.press('Withdraw consent');
  await first.until('ended');
  await second.until('ended');
  expect(await second.ownText()).toContain('Consent withdrawn');
  expect(await second.ownText()).not.toContain('Record again');
  await expect
    .poll(async () => (await world.sessions<{ state: string }>('state')).at(-1)?.state)
    .toBe('withdrawn');
  await visitor.context.close();
});
