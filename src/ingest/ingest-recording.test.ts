import fc from 'fast-check';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { joinTracks } from '#core/join-tracks.ts';
import type { MadeChunk, RecordingHead } from '#core/recording.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { extractActions } from '#actions/extract-actions.ts';
import { extractKeystrokes } from '#actions/extract-keystrokes.ts';
import { ingestRecording, type Progress } from './ingest-recording.ts';
import { sketchSession } from '#actions/sketch-session.ts';
import { sketchSource } from './sketch-source.ts';

async function ingest(content: Parameters<typeof sketchSource>[0]) {
  const heads: RecordingHead[] = [];
  const chunks: MadeChunk[] = [];
  const progress: Progress[] = [];
  const outcome = await ingestRecording(
    sketchSource(content),
    {
      begin: async (head) => void heads.push(head),
      write: async (chunk) => {
        expect(heads).toHaveLength(1);
        chunks.push(chunk);
      },
    },
    { onProgress: (each) => void progress.push(each) },
  );
  const events = chunks.flatMap(
    ({ bytes }) => JSON.parse(strFromU8(gunzipSync(bytes))) as RecordedEvent[],
  );
  return { outcome, heads, chunks, events, progress };
}
const repairsOf = (heads: readonly RecordingHead[]) =>
  heads[0]?.repairs.map(({ kind, count }) => `${count} ${kind}`);

/** Three minutes of work, typed across the edges of chunks. */
const longSketch = Array.from({ length: 90 }, (_, i) => `${'abc'[i % 3]}@${i * 2000 + 500}`)
  .concat('click:save@59990', 'push:/saved@60100', 'end@185000')
  .join(' ');

describe('ingestRecording', () => {
  it('stores every event as it was, in chunks of half a minute', async () => {
    const events = sketchSession(longSketch);
    const { outcome, heads, chunks, events: stored } = await ingest(events);
    expect(stored).toEqual(events);
    expect(chunks.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(heads[0]).toMatchObject({
      durationMs: 185_000,
      startUrl: 'https://desk.test/',
      title: 'Desk /',
      pages: 2,
      keystrokes: 90,
      viewport: { width: 1280, height: 720 },
      repairs: [],
    });
    expect(outcome).toMatchObject({ ok: true, value: { chunks: 6, events: events.length } });
    const sizes = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(outcome).toMatchObject({ value: { bytes: sizes, bursts: 90 } });
  });

  it('chains chunks by hash, without holes in time, to the same bytes each time', async () => {
    const { chunks, heads } = await ingest(sketchSession(longSketch));
    for (const [i, chunk] of chunks.entries()) {
      expect(chunk.sha256).toBe(createHash('sha256').update(chunk.bytes).digest('hex'));
      expect(chunk.previousSha256).toBe(chunks[i - 1]?.sha256);
      expect(chunk.startsMs).toBe(chunks[i - 1]?.endsMs ?? 0);
      expect(chunk.endsMs).toBeGreaterThan(chunk.startsMs);
    }
    expect(chunks.at(-1)?.endsMs).toBe(heads[0]?.durationMs);
    expect((await ingest(sketchSession(longSketch))).chunks).toEqual(chunks);
  });

  it('makes tracks that join to what the whole recording tells', async () => {
    const events = sketchSession(longSketch);
    const { chunks } = await ingest(events);
    const joined = joinTracks(chunks.map(({ track }) => track));
    expect(joined.actions).toEqual(extractActions(events));
    expect(joined.keystrokes).toEqual(extractKeystrokes(events));
    expect(joined.pages.map(({ url, startsMs, endsMs }) => [url, startsMs, endsMs])).toEqual([
      ['https://desk.test/', 0, 60_100],
      ['https://desk.test/saved', 60_100, 185_000],
    ]);
    expect(joined.activity.reduce((a, b) => a + b, 0)).toBe(events.length);
    for (const { track, startsMs, endsMs } of chunks)
      for (const { endsMs: end } of track.actions)
        expect(end - 1 >= startsMs && end - 1 <= endsMs).toBe(true);
  });

  it('does so for any sketch, at any pace', async () => {
    const word = fc.constantFrom('a', 'Enter', 'click:save', 'scroll:90', 'go:/a', 'push:/b');
    await fc.assert(
      fc.asyncProperty(
        // Never at one instant: the same event twice at the same time is one that was doubled.
        fc.array(fc.tuple(word, fc.integer({ min: 1, max: 70_000 })), { maxLength: 15 }),
        async (drawn) => {
          let at = 100;
          const events = sketchSession(drawn.map(([w, p]) => `${w}@${(at += p)}`).join(' '));
          const { chunks, events: stored, outcome } = await ingest(events);
          const joined = joinTracks(chunks.map(({ track }) => track));
          expect(stored).toEqual(events);
          expect(joined.actions).toEqual(extractActions(events));
          expect(joined.keystrokes).toEqual(extractKeystrokes(events));
          expect(outcome.ok && outcome.value.actions).toBe(joined.actions.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('tells progress in bytes of the file, checking and then storing all of it', async () => {
    const { progress } = await ingest(sketchSession(longSketch));
    for (const phase of ['checking', 'storing'] as const) {
      const last = progress.filter((each) => each.phase === phase).at(-1);
      expect(last?.done).toBe(last?.total);
    }
  });

  it('takes a gzipped file as the same recording, but another file', async () => {
    const events = sketchSession('h@0 i@100');
    const plain = await ingest(events);
    const packed = await ingest(gzipSync(strToU8(JSON.stringify(events))));
    expect(packed.chunks).toEqual(plain.chunks);
    expect(packed.heads[0]?.sourceSha256).not.toBe(plain.heads[0]?.sourceSha256);
  });

  it('stops when told to, before anything is stored', async () => {
    const heads: RecordingHead[] = [];
    const sink = {
      begin: async (head: RecordingHead) => void heads.push(head),
      write: async () => {},
    };
    const source = sketchSource(sketchSession('h@0'));
    const outcome = await ingestRecording(source, sink, { signal: { aborted: true } });
    expect(outcome).toEqual({
      ok: false,
      problems: [{ path: 'file', sentence: 'Reading was cancelled.' }],
    });
    expect(heads).toEqual([]);
  });
});

describe('mending', () => {
  const events = sketchSession('h@100 i@200 click:save@900 end@2000');

  it('puts disordered and doubled events right', async () => {
    const spoilt = [...events.slice(0, 6), ...events.slice(4).reverse(), ...events.slice(0, 3)];
    const { heads, events: stored } = await ingest(spoilt);
    expect(new Set(stored.map((each) => JSON.stringify(each)))).toEqual(
      new Set(events.map((each) => JSON.stringify(each))),
    );
    expect(stored).toHaveLength(events.length);
    expect(repairsOf(heads)).toEqual([
      expect.stringMatching(/reordered/),
      expect.stringMatching(/5 deduplicated/),
    ]);
  });

  it('adds a missing Meta and invents no viewport', async () => {
    const { heads, events: stored } = await ingest(events.slice(1));
    expect(repairsOf(heads)).toEqual(['1 meta-added']);
    expect(stored[0]).toMatchObject({ type: 4, data: { href: 'about:blank', width: 1280 } });
    expect(heads[0]?.events).toBe(stored.length);
    expect(heads[0]).not.toHaveProperty('viewport');
    expect(stored.slice(1)).toEqual(events.slice(1));
  });

  it('takes the address of a missing Meta from the page, and the viewport from a resize', async () => {
    const [, snapshot, ...rest] = events;
    const canonical = { id: 900, type: 2, tagName: 'link', childNodes: [] };
    const link = { ...canonical, attributes: { rel: 'canonical', href: 'https://desk.test/here' } };
    const text = JSON.stringify(snapshot).replace(
      '"tagName":"head","attributes":{},"childNodes":[',
      `$&${JSON.stringify(link)},`,
    );
    const data = { source: 4, width: 640, height: 480 };
    const resize = { type: 3, data, timestamp: rest.at(-1)?.timestamp };
    const { heads, events: stored } = await ingest(
      `[${text},${JSON.stringify([...rest, resize]).slice(1)}`,
    );
    expect(stored[0]).toMatchObject({
      type: 4,
      data: { href: 'https://desk.test/here', width: 640, height: 480 },
    });
    expect(heads[0]).toMatchObject({
      startUrl: 'https://desk.test/here',
      viewport: { width: 640 },
    });
  });

  it('keeps a Meta without a snapshot as a change of address', async () => {
    const stray = { type: 4, data: { href: '/next', width: 1, height: 1 } };
    const at = events.length - 1;
    const timestamp = events[at]?.timestamp ?? 0;
    const { heads, events: stored } = await ingest([...events, { ...stray, timestamp }]);
    expect(heads[0]?.repairs[0]?.sentence).toContain('kept as a change of address');
    expect(stored[at + 1]).toMatchObject({ type: 6, data: { payload: { href: '/next' } } });
  });

  it('takes the hours out of a clock that jumped', async () => {
    const jumped = events.map((event, i) =>
      i < 8 ? event : { ...event, timestamp: event.timestamp + 7_200_000 },
    );
    const { heads, events: stored, chunks } = await ingest(jumped);
    expect(repairsOf(heads)).toEqual(['1 clock-jump']);
    expect(heads[0]?.durationMs).toBeLessThan(4000);
    expect(heads[0]?.gaps).toMatchObject([{ reason: 'clock-jump' }]);
    expect(chunks[0]?.track.gaps).toEqual(heads[0]?.gaps);
    expect(stored.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
    const times = stored.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('leaves out single malformed events, naming each', async () => {
    const spoilt = [...events.slice(0, 4), { type: 3 }, null, ...events.slice(4)];
    const { heads, events: stored } = await ingest(JSON.stringify(spoilt));
    expect(stored).toEqual(events);
    expect(heads[0]?.repairs.map(({ sentence }) => sentence)).toEqual([
      'Event 4 was left out. Its timestamp is missing or not a number of milliseconds since 1970.',
      'Event 5 was left out. It is not an object.',
    ]);
  });
});

describe('refusing', () => {
  const events = sketchSession('h@100 i@200');
  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['an empty list', '[]', 'The file holds no events.'],
    ['another kind of JSON', '{"a":1}', 'the one value in the file is not an rrweb event'],
    [
      'a list of something else',
      '[{"a":1},{"b":2}]',
      'none of the 2 values in the file is an rrweb event',
    ],
    [
      'no full snapshot',
      JSON.stringify(events.filter(({ type }) => type !== 2)),
      'has no full snapshot',
    ],
    ['a file cut short', JSON.stringify(events).slice(0, -9), 'it was cut short'],
  ])('%s leaves nothing behind', async (_, content, sentence) => {
    const { outcome, heads, chunks } = await ingest(content);
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome.ok ? '' : outcome.problems[0]?.sentence).toContain(sentence);
    expect([heads, chunks]).toEqual([[], []]);
  });

  it('names every problem at once, and no more than fifty', async () => {
    const bad = Array.from({ length: 80 }, () => ({ type: 3 }));
    const { outcome } = await ingest(JSON.stringify([...events, ...bad]));
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems).toHaveLength(52);
    expect(problems[0]?.sentence).toContain('most of the');
    expect(problems[1]?.path).toBe(`event ${events.length}`);
    expect(problems.at(-1)?.sentence).toBe('And 30 more events that are malformed.');
  });

  it('folds a page ten thousand levels deep without a stack', async () => {
    let node: object = { id: 20_000, type: 3, textContent: 'x' };
    for (let id = 10_000; id > 1; id--)
      node = { id, type: 2, tagName: 'div', attributes: {}, childNodes: [node] };
    const text = nest({ id: 1, type: 0, childNodes: [node] });
    const meta = JSON.stringify(events[0]);
    const at = events[0]?.timestamp;
    const click = `{"type":3,"timestamp":${at},"data":{"source":2,"type":2,"id":20000,"x":1,"y":1}}`;
    const snapshot = `{"type":2,"timestamp":${at},"data":{"node":${text}}}`;
    const heads: RecordingHead[] = [];
    const outcome = await ingestRecording(sketchSource(`[${meta},${snapshot},${click}]`), {
      begin: async (head) => void heads.push(head),
      write: async () => {},
    });
    expect(outcome).toMatchObject({ ok: true, value: { actions: 1 } });
  });
});

/** JSON.stringify overflows on what this writes. */
function nest(node: object): string {
  const opens: string[] = [];
  let at: { childNodes?: object[] } | undefined = node;
  while (at !== undefined) {
    const { childNodes, ...own }: { childNodes?: object[] } = at;
    const text = JSON.stringify(own).slice(0, -1);
    opens.push(childNodes ? `${text},"childNodes":[` : text);
    at = childNodes?.[0];
  }
  return `${opens.join('')}}${']}'.repeat(opens.length - 1)}`;
}
