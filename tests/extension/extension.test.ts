/** The built extension in a real Chromium against an embedded Supabase, from set-up to taking back. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keystrokesPlugin } from '#core/plugin-events.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { openBrowser, type ExtensionBrowser } from './open-browser.ts';
import { Person } from './person.ts';
import { openProject, type StoredSession, type TestProject } from './project.ts';
import { startStrictSite, type StrictSite } from './strict-site.ts';

let site: StrictSite;
let project: TestProject;
let browser: ExtensionBrowser;
let person: Person;
let page: Page;

beforeAll(async () => {
  site = await startStrictSite();
  project = await openProject((workbench) => [site.origin, workbench]);
  browser = await openBrowser([site.origin, project.server.url]);
  person = new Person(browser);
});
afterAll(async () => {
  await browser?.close();
  await project?.server.stop();
  await site?.stop();
});
beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(site.origin);
  return () => page.close();
});

async function newestInState(state: string): Promise<StoredSession> {
  const newest = async () => (await project.sessions())[0];
  const patience = { timeout: 45_000, interval: 300 };
  await expect.poll(async () => (await newest())?.state, patience).toBe(state);
  return (await newest())!;
}

const pressed = (events: readonly RecordedEvent[] = []) =>
  events.filter(({ data }) => {
    const { plugin, payload } = data as { plugin?: string; payload?: { phase?: string } };
    return plugin === keystrokesPlugin && payload?.phase === 'down';
  }).length;

const type = (text: string) => page.getByLabel('Note').pressSequentially(text);

/** As a script of the page would: through the same events the recorder's own script uses. */
const forge = (...messages: readonly object[]) =>
  page.evaluate((said) => {
    for (const message of said) {
      const what = (message as { kind: string }).kind;
      const detail = JSON.stringify({ kind: 'say', what, text: JSON.stringify(message) });
      window.dispatchEvent(new CustomEvent('tasktape:page', { detail }));
    }
  }, messages);

test('two tabs, a navigation and a strict policy of the page make one sealed session', async () => {
  await person.setUp(project.connectionLine);
  await person.press(page, 'Start recording', 'Your answer is needed');
  await person.agree(page);

  await type('twelve');
  await page.getByRole('link').click();
  await page.waitForURL('**/second');
  await person.seeSign(page);
  await type('more');

  const second = await browser.context.newPage();
  await second.goto(`${project.server.url}/demo/`);
  await person.agree(second);
  await second.keyboard.press('Tab');

  await person.press(page, 'Pause', 'Paused');
  await type('unseen');
  await person.press(page, 'Resume', 'Recording');
  await type('seen');
  await person.press(page, 'Stop', 'Stopped');
  await second.close();

  const session = await newestInState('sealed');
  expect(session).toMatchObject({ purposes: ['training'], gaps: [] });
  const events = await project.eventsOf(session.id);
  expect([...events.keys()]).toEqual([0, 1]);
  expect(pressed(events.get(0))).toBe('twelvemoreseen'.length);
  expect(pressed(events.get(1))).toBe(1);
}, 180_000);

test('nothing is lost when the browser ends the background in the middle', async () => {
  await person.press(page, 'Start recording', 'Recording');
  await type('before');
  await browser.endBackground();
  await type('while it is gone');
  await person.waitFor(page, 'Recording');
  await browser.endBackground();
  await type('after');
  await person.waitFor(page, 'Recording');
  await person.press(page, 'Stop', 'Stopped');

  const session = await newestInState('sealed');
  expect(session.gaps).toEqual([]);
  const events = await project.eventsOf(session.id);
  expect([...events.keys()]).toEqual([0]);
  expect(pressed(events.get(0))).toBe('beforewhile it is goneafter'.length);
}, 180_000);

test('a page can neither decide for the person nor speak for another tab', async () => {
  const heard: string[] = [];
  await page.exposeFunction('overhear', (text: string) => void heard.push(text));
  await page.addInitScript(() =>
    window.addEventListener('tasktape:bridge', (event) => {
      void (globalThis as unknown as { overhear: (text: unknown) => void }).overhear(
        (event as CustomEvent).detail,
      );
    }),
  );
  const other = await browser.context.newPage();
  await other.goto(`${project.server.url}/demo/`);
  await person.press(page, 'Start recording', 'Recording');
  await page.reload();
  await person.waitFor(page, 'Recording');
  await person.waitFor(other, 'Recording');

  const [session] = await project.sessions();
  const planted = { type: 5, data: { tag: 'planted', payload: {} }, timestamp: Date.now() };
  for (const tab of [0, 1, 2])
    await forge({ kind: 'events', session: session!.id, tab, first: 100_000, events: [planted] });
  await forge({ kind: 'answer', purposes: ['research'] }, { kind: 'withdraw' });
  await person.waitFor(page, 'Paused');
  await forge({ kind: 'resume' });
  await person.waitFor(page, 'Paused');
  expect((await project.sessions())[0]).toMatchObject({ state: 'recording' });
  expect(
    await page.evaluate(() => typeof (globalThis as { chrome?: typeof chrome }).chrome?.runtime),
  ).toBe('undefined');

  await person.press(page, 'Stop', 'Stopped');
  await other.close();
  const { id, purposes } = await newestInState('sealed');
  expect(purposes).toEqual(['training']);
  const events = await project.eventsOf(id);
  // The page's own stream is the one in which it was typed and navigated: it may spoil only that.
  const others = [...events.values()].filter((told) => !JSON.stringify(told).includes(site.origin));
  expect(others.length).toBe(1);
  expect(JSON.stringify(others)).not.toContain('planted');
  expect(heard.length).toBeGreaterThan(0);
  const { recorderKey, key } = JSON.parse(project.connectionLine) as Record<string, string>;
  for (const secret of [recorderKey!, key!, 'contributor='])
    expect(heard.join('\n')).not.toContain(secret);
}, 180_000);

test('a discarded recording leaves nothing behind, and a withdrawn consent no session', async () => {
  await person.press(page, 'Start recording', 'Recording');
  await type('not for keeping');
  await person.press(page, 'Stop and discard', 'Discarded', 'Discard');
  const discarded = await newestInState('discarded');
  await expect
    .poll(() => project.objectsOf(discarded.id), { timeout: 30_000, interval: 300 })
    .toEqual([]);

  await person.press(page, 'Withdraw consent', 'Consent withdrawn', 'Withdraw');
  const states = async () => new Set((await project.sessions()).map(({ state }) => state));
  await expect
    .poll(states, { timeout: 30_000, interval: 300 })
    .toEqual(new Set(['discarded', 'withdrawn']));
}, 180_000);
