import { expect, test } from 'vitest';
import { succeed } from '#core/outcome-of.ts';
import type { ChunkRef, Session } from '#core/session.ts';
import { epochMs, ms } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';
import type { MadeChunk } from '#core/recording.ts';
import { sketchSession, sketchStart } from '#actions/sketch-session.ts';
import { sketchSource } from '#ingest/sketch-source.ts';
import { Page } from '#dom/page.ts';
import { textOf } from '#dom/text-of.ts';
import { Preview, type PreviewSource } from './preview.svelte.ts';
import { readPreview } from './read-preview.ts';

const noOutline = { format: 1, pages: [], activityFromMs: ms(0), activity: [] } as const;

/** A session of a few chunks as it would lie in Storage. */
async function stored(
  sketch: string,
  gaps: readonly Gap[] = [],
): Promise<{ source: PreviewSource; fetched: string[] }> {
  const made: MadeChunk[] = [];
  const sink = {
    begin: async () => undefined,
    write: async (chunk: MadeChunk) => void made.push(chunk),
  };
  await ingestRecording(sketchSource(sketchSession(sketch)), sink);
  const objects = new Map(made.map(({ bytes }, index) => [`chunk-${index}`, bytes]));
  const chunks = made.map(({ bytes, keyframe: _, ...chunk }, index): ChunkRef => ({
    ...chunk,
    bytes: bytes.length,
    path: `chunk-${index}`,
  }));
  const durationMs = ms(Math.max(...made.map(({ endsMs }) => endsMs)));
  const session = { startedAt: epochMs(sketchStart), durationMs } as Session;
  const fetched: string[] = [];
  const source: PreviewSource = {
    open: async () => ({ session, chunks, outline: { ...noOutline, gaps } }),
    fetch: async (path) => {
      fetched.push(path);
      return objects.get(path) as Uint8Array<ArrayBuffer>;
    },
    read: readPreview,
  };
  return { source, fetched };
}

const eventsOf = ({ state }: Preview) => (state.kind === 'ready' ? state.events : []);

test('a short session is shown whole', async () => {
  const { source } = await stored('h@0 i@110 end@9000');
  const preview = new Preview(source);
  await preview.load();
  expect(preview.state).toMatchObject({ kind: 'ready', told: '' });
  const events = eventsOf(preview);
  expect(events[0]?.type).toBe(4);
  // Of a custom event the player would draw a mark.
  expect(events.at(-1)).toMatchObject({ type: 6, timestamp: sketchStart + 9000 });
});

test('of what is not work it shows nothing: it ends before, or begins behind', async () => {
  const blank: Gap = { startsMs: ms(3000), endsMs: ms(6000), reason: 'not-work' };
  const { source } = await stored('h@0 i@110 x@4000 y@8000 end@9000', [blank]);
  const before = new Preview(source);
  await before.load();
  expect(before.state).toMatchObject({ told: expect.stringMatching(/0:00–0:03.*not work/) });
  for (const { timestamp } of eventsOf(before))
    expect(timestamp).toBeLessThanOrEqual(sketchStart + 3000);
  const behind = new Preview(source, ms(4000));
  await behind.load();
  expect(eventsOf(behind)[0]?.timestamp).toBeGreaterThanOrEqual(sketchStart + 6000);
  const toTheEnd = await stored('h@0 i@110 end@9000', [{ ...blank, endsMs: ms(9000) }]);
  const nothing = new Preview(toTheEnd.source, ms(5000));
  await nothing.load();
  expect(nothing.state).toMatchObject({ kind: 'failed' });
});

test('of a long one the first minutes are fetched, and it says so', async () => {
  const minutes = Array.from(
    { length: 40 },
    (_, minute) => `scroll:${minute + 1}@${minute * 60_000}`,
  );
  const { source, fetched } = await stored(`${minutes.join(' ')} end@2400000`);
  const preview = new Preview(source);
  await preview.load();
  expect(preview.state).toMatchObject({ told: 'Showing 0:00–5:00 of 40:00.' });
  expect(fetched.length).toBeLessThan(10);
  const events = eventsOf(preview);
  expect(events.at(-1)?.timestamp).toBe(sketchStart + 300_000);
});

test('from a later time it begins with the page as it was then', async () => {
  const { source } = await stored('go:/orders@1000 scroll:40@2000 h@3000 end@9000');
  const preview = new Preview(source, ms(2500));
  await preview.load();
  const events = eventsOf(preview);
  const page = new Page();
  for (const event of events.slice(0, 2)) page.apply(event);
  expect(page.href).toMatch(/orders$/);
  expect(page.scrollOf()).toMatchObject({ y: 40 });
  expect(textOf(page.tree.root!)).not.toBe('');
  expect(events[0]?.timestamp).toBe(sketchStart + 2500);
  expect(preview.state).toMatchObject({ beginsMs: 2500, told: 'Showing 0:02–0:09 of 0:09.' });
  expect(events.slice(2).every(({ timestamp }) => timestamp >= sketchStart + 2500)).toBe(true);
});

test('a time past the end shows the last page', async () => {
  const { source } = await stored('go:/orders@1000 end@9000');
  const preview = new Preview(source, ms(99_000));
  await preview.load();
  const times = eventsOf(preview).map(({ timestamp }) => timestamp - sketchStart);
  expect(new Set(times)).toEqual(new Set([9000]));
});

test('what is damaged, refused or absent ends in a sentence', async () => {
  const { source } = await stored('h@0 end@9000');
  const sentenceOf = async (change: Partial<PreviewSource>) => {
    const preview = new Preview({ ...source, ...change });
    await preview.load();
    return preview.state.kind === 'failed' ? preview.state.sentence : '';
  };
  expect(await sentenceOf({ fetch: async () => new Uint8Array(9) })).toMatch(/refused: its bytes/);
  const refuse = () => Promise.reject(new Error('The contributor has taken this session back.'));
  expect(await sentenceOf({ open: refuse })).toBe('The contributor has taken this session back.');
  const nothing = async () => ({ ...(await source.open()), chunks: [] });
  expect(await sentenceOf({ open: nothing })).toBe('Nothing was stored of this session.');
});

test('what comes after it was stopped changes nothing', async () => {
  const { source } = await stored('h@0 end@9000');
  let arrive = () => {};
  const slow: PreviewSource = {
    ...source,
    read: () => new Promise((resolve) => (arrive = () => resolve(succeed([])))),
  };
  const preview = new Preview(slow);
  const loading = preview.load();
  await new Promise((resolve) => setTimeout(resolve, 20));
  preview.stop();
  const before = preview.state;
  arrive();
  await loading;
  expect(preview.state).toBe(before);
});
