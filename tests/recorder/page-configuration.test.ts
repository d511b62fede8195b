/** Pages that are set up wrongly: one clear line for their developer, and no harm. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { html, type SiteFile } from '#tests/privacy/serve-site.ts';
import type { RecordedTab } from './page-tab.ts';
import { PageWorld } from './page-world.ts';

let world: PageWorld;

const page = (tag: string, more = ''): SiteFile =>
  html(`<!doctype html><title>Orders</title>${more}${tag}<input id="name">`);

function withPolicy(file: SiteFile, policy: string): SiteFile {
  return { ...file, headers: { 'content-security-policy': policy } };
}

beforeAll(async () => {
  world = await PageWorld.start((path, world) => {
    const { tag, server, recorderKey } = world();
    const strict = `default-src 'none'; script-src 'self'; connect-src ${server.url}`;
    const pages: Record<string, () => SiteFile> = {
      '/': () => page(tag),
      '/wrong-url': () => page(tag.replace(server.url, 'not a url')),
      '/dead-url': () => page(tag.replace(server.url, 'http://127.0.0.1:9')),
      '/no-key': () => page(tag.replace(/data-key="[^"]*"/, '')),
      '/secret-key': () =>
        page(tag.replace(/data-key="[^"]*"/, `data-key="${server.keys.secretKey}"`)),
      '/unknown-recorder': () => page(tag.replace(recorderKey, 'tt_rec_unknown')),
      '/no-storage': () =>
        withPolicy(
          page(
            tag,
            '<script>Object.defineProperty(window, "indexedDB", { value: undefined })</script>',
          ),
          // Without a worker the page's own IndexedDB is the one that is used.
          `script-src 'self' 'unsafe-inline'; worker-src 'none'; connect-src ${server.url}`,
        ),
      '/strict': () => withPolicy(page(tag), strict),
      '/no-connect': () =>
        withPolicy(page(tag), `script-src 'self'; worker-src blob:; connect-src 'self'`),
      '/framed': () => html('<!doctype html><title>F</title><iframe src="/"></iframe>'),
      '/twice': () => page(`${tag}${tag}`),
    };
    return pages[path]?.();
  });
});
afterAll(() => world?.stop());

async function open(path: string): Promise<RecordedTab> {
  return (await world.visitor()).open(path);
}

test.each([
  ['/wrong-url', /`url` is “not a url”/],
  ['/dead-url', /reach|answer|offline/i],
  ['/no-key', /`key` is missing/],
  ['/secret-key', /`key` is a secret key/],
  ['/unknown-recorder', /recorder key is unknown or revoked/],
  ['/no-storage', /does not let the page keep data/],
  ['/no-connect', /content security policy forbids requests/],
])('%s: one line, no dialog, no harm', async (path, line) => {
  const tab = await open(path);
  await tab.until('refused');
  await tab.page.locator('#name').fill('still works');
  // Long enough for a second line, if there were one.
  await tab.page.waitForTimeout(1000);
  expect(tab.said).toHaveLength(1);
  expect(tab.said[0]).toMatch(line);
  expect(await tab.ownText()).toBe('');
  expect(tab.errors).toEqual([]);
  await tab.page.context().close();
});

test('off the list of sites nothing is asked and nothing recorded', async () => {
  const tab = await open('/');
  await tab.page.goto(world.site.origin.replace('127.0.0.1', 'localhost'));
  await tab.until('refused');
  expect(tab.said).toHaveLength(1);
  expect(tab.said[0]).toContain('is not on the list of sites');
  expect(await tab.ownText()).toBe('');
  await tab.page.context().close();
});

test('under a strict policy without workers it records from the page’s own thread', async () => {
  const tab = await open('/strict');
  await tab.agree();
  await tab.page.locator('#name').pressSequentially('abc');
  await tab.press('Recording');
  expect(await tab.ownText()).toContain('Withdraw consent');
  await tab.press('Stop');
  await tab.until('ended');
  await expect
    .poll(async () => (await world.sessions<{ state: string }>('state')).at(-1)?.state, {
      timeout: 20_000,
    })
    .toBe('sealed');
  expect([...tab.said, ...tab.errors]).toEqual([]);
  await tab.page.context().close();
});

test('in a frame it refuses and the page around is untouched', async () => {
  const tab = await open('/framed');
  await expect.poll(() => tab.said.length).toBe(1);
  expect(tab.said[0]).toContain('this page is in a frame');
  await tab.page.context().close();
});

test('started twice it is one recording with one question', async () => {
  const tab = await open('/twice');
  await tab.until('asking');
  const questions = await tab.page.evaluate(
    () => document.querySelectorAll('tasktape-question').length,
  );
  expect(questions).toBe(1);
  await tab.page.context().close();
});

test('a no is remembered, later is asked again', async () => {
  const tab = await open('/');
  await tab.until('asking');
  await tab.page.keyboard.press('Escape');
  await tab.until('put off');
  await tab.page.reload();
  await tab.until('asking');
  await tab.press('Yes, record');
  expect(await tab.ownText()).toContain('tick at least one purpose');
  await tab.press('No, don’t record');
  await tab.until('ended');
  await tab.page.reload();
  await tab.until('ended');
  expect(await tab.ownText()).toBe('');
  expect(tab.said).toEqual([]);
  await tab.page.context().close();
});
