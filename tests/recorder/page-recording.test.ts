/** The built recorder by a script tag, from the question to the sealed session. */
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  consentPlugin,
  fieldPlugin,
  keystrokesPlugin,
  recordingPlugin,
} from '#core/plugin-events.ts';
import type { Track } from '#core/track.ts';
import { connect } from '#data/supabase.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { html } from '#tests/privacy/serve-site.ts';
import { PageWorld } from './page-world.ts';

let world: PageWorld;

beforeAll(async () => {
  world = await PageWorld.start((path, world) =>
    path === '/favicon.ico'
      ? undefined
      : html(`<!doctype html><title>Orders ${path}</title>${world().tag}
          <label>Name <input id="name"></label><label>Password <input id="pin" type="password"></label>
          <a href="/next">Next</a>`),
  );
});
afterAll(() => world?.stop());

const session = async () =>
  (await world.sessions<{ id: string; state: string }>('id, state')).at(-1);

async function until(check: () => Promise<boolean>, what: string): Promise<void> {
  for (let left = 200; !(await check()); left -= 1) {
    if (left === 0) throw new Error(`never ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Every stored event of the newest session, tab by tab. */
async function storedEvents(): Promise<RecordedEvent[]> {
  const chunks = await world.server.query<{ path: string }>(
    'select path from chunks where session_id = $1 order by tab, seq',
    [(await session())?.id],
  );
  const store = connect(world.server.url, world.server.keys.secretKey).storage.from('recordings');
  const parts = await Promise.all(
    chunks.map(async ({ path }) => {
      const { data } = await store.download(path);
      const text = gunzipSync(Buffer.from(await data!.arrayBuffer())).toString();
      return JSON.parse(text) as RecordedEvent[];
    }),
  );
  return parts.flat();
}

const payloads = (events: readonly RecordedEvent[], plugin: string) =>
  events
    .map(({ data }) => data as { plugin?: string; payload?: Record<string, unknown> })
    .filter((data) => data.plugin === plugin)
    .map(({ payload }) => payload);

test('typing in two tabs over a reload becomes one sealed session with its keystrokes', async () => {
  const visitor = await world.visitor();
  const first = await visitor.open();
  await first.agree();
  await first.page.locator('#name').pressSequentially('abc1');
  await first.page.locator('#pin').pressSequentially('secret');
  await first.page.reload();
  await first.until('recording');
  await first.page.locator('#name').pressSequentially('x');
  const second = await visitor.open('/second');
  await second.until('recording');
  await second.page.locator('#name').pressSequentially('yz');
  await second.press('Recording');
  await second.press('Stop');
  await second.until('ended');
  await first.until('ended');
  await until(async () => (await session())?.state === 'sealed', 'sealed');
  const chunks = await world.server.query<{ tab: number; seq: number; track: Track }>(
    'select tab, seq, track from chunks where session_id = $1 order by tab, seq',
    [(await session())?.id],
  );
  expect(new Set(chunks.map(({ tab }) => tab))).toEqual(new Set([0, 1]));
  const keys = chunks.flatMap(({ track }) => track.keystrokes);
  expect(keys.map((key) => key.class)).toEqual([
    'letter',
    'letter',
    'letter',
    'digit',
    'letter',
    'letter',
    'letter',
  ]);
  expect([...first.errors, ...second.errors, ...first.said, ...second.said]).toEqual([]);
  await visitor.context.close();
});

test('while paused there are no events, and the recorder’s own parts never appear', async () => {
  const visitor = await world.visitor();
  const tab = await visitor.open();
  await tab.agree();
  await tab.page.locator('#name').pressSequentially('ab');
  await tab.page.keyboard.press('Alt+Shift+P');
  await tab.until('paused');
  await tab.page.locator('#name').pressSequentially('while paused 123');
  await tab.page.evaluate(() => document.body.append('added while paused'));
  await tab.press('Paused');
  await tab.press('Resume');
  await tab.until('recording');
  await tab.page.locator('#name').pressSequentially('c');
  await tab.page.locator('#pin').pressSequentially('pin');
  await tab.page.locator('#pin').press('Tab');
  await tab.press('Stop');
  await tab.until('ended');
  await until(async () => (await session())?.state === 'sealed', 'sealed');
  const events = await storedEvents();
  const acts = payloads(events, recordingPlugin).map((payload) => payload?.['act']);
  expect(acts).toEqual(['begin', 'pause', 'resume', 'stop']);
  const at = (act: string) =>
    events.findIndex(({ data }) => JSON.stringify(data).includes(`"act":"${act}"`));
  const between = events.slice(at('pause') + 1, at('resume'));
  expect(payloads(between, consentPlugin)).toHaveLength(between.length);
  const classes = payloads(events, keystrokesPlugin)
    .filter((payload) => payload?.['phase'] === 'down')
    .map((payload) => payload?.['class']);
  expect(classes).toEqual(['letter', 'letter', 'modifier', 'modifier', 'letter']);
  expect(payloads(events, fieldPlugin).map((payload) => payload?.['fidelity'])).toEqual([
    'class',
    'class',
    'none',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/tasktape-(sign|question)/);
  await visitor.context.close();
});
