import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { FakeDesk, fromObjects } from './fake-desk.ts';
import { freshPage, settledTime } from './fresh-fold.ts';
import { storeSession, type StoredSession } from '../replay/stored-session.ts';

const demo = resolve('public/demo/recordings');
const shared = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');
const files = [
  ...readdirSync(demo)
    .filter((name) => name.endsWith('.json.gz'))
    .map((name) => resolve(demo, name)),
  ...(existsSync(shared) ? readdirSync(shared) : [])
    .filter((name) => name !== 'index.json')
    .map((name) => resolve(shared, name)),
];
if (!existsSync(shared)) console.warn(`No recordings in ${shared}; only our own are tried.`);

/** Media run on by the clock; a page written down on the way rounds where they are. */
const rounded = (page: readonly RecordedEvent[] | undefined) =>
  JSON.parse(JSON.stringify(page ?? null), (name, value: unknown) =>
    name === 'rr_mediaCurrentTime' ? Math.round(Number(value) * 1e3) / 1e3 : value,
  ) as unknown;

/** Goes to each place in turn, and plays on from there or steps on. */
async function holds(session: StoredSession, wishes: readonly number[]): Promise<void> {
  const { durationMs } = session;
  const desk = new FakeDesk(session);
  for (const [i, share] of wishes.entries()) {
    const at = Math.round(share * durationMs);
    expect(await desk.show(0, at)).toBe('shown');
    expectExact(session, desk, at);
    if (i % 2 === 1) {
      for (const step of [300, 2_000, 25_000]) {
        const place = Math.min(at + step, durationMs);
        expect(await desk.show(0, place)).toBe('shown');
        expectExact(session, desk, place);
      }
      continue;
    }
    const until = Math.min(at + 12_000, durationMs);
    for (let now = at; now < until; now += 1_700) {
      desk.reel.hear({ kind: 'clock', at: ms(now), speed: 1 });
      await desk.until(() => desk.reach >= now);
      desk.screen.tick(now);
      expectExact(session, desk, now);
    }
  }
}

function expectExact({ startedAt, events }: StoredSession, desk: FakeDesk, at: number): void {
  const time = settledTime(events, startedAt + at);
  expect(rounded(desk.screen.written(time)), `the page at ${at}`).toEqual(
    rounded(freshPage(events, time)),
  );
}

const isOurs = (file: string) => file.startsWith(demo);
const cases = files.flatMap((file) => {
  const name = file.split('/').at(-1) as string;
  return (isOurs(file) ? [true, false] : [true]).map((keyframes) => ({ name, file, keyframes }));
});

test.each(cases)('$name is exact, keyframes stored: $keyframes', async ({ file, keyframes }) => {
  const session = await storeSession(new Uint8Array(readFileSync(file)), { keyframes });
  const places = fc.double({ min: 0, max: 1, noNaN: true });
  await fc.assert(
    fc.asyncProperty(fc.array(places, { minLength: 2, maxLength: 4 }), (wishes) =>
      holds(session, wishes),
    ),
    { numRuns: 2, seed: 7 },
  );
});

/** A page that is told whole again every ten seconds, long after a field got the focus. */
test.each([
  ['the earliest', (at: number) => at],
  ['the latest', (at: number, of: number) => of - at],
])(
  'what a recorded snapshot does not tell stays, also where %s chunk comes first',
  async (_, turn) => {
    const field = { type: 2, id: 3, tagName: 'input', attributes: {}, childNodes: [] };
    const html = { type: 2, id: 2, tagName: 'html', attributes: {}, childNodes: [field] };
    const node = { type: 0, id: 1, childNodes: [html] };
    const whole = (timestamp: number) => [
      { type: 4, timestamp, data: { href: 'https://desk.example/', width: 800, height: 600 } },
      { type: 2, timestamp, data: { node, initialOffset: { left: 0, top: 0 } } },
    ];
    const later = Array.from({ length: 9 }, (_, i) => whole(1_010_000 + i * 10_000)).flat();
    const focus = { type: 3, timestamp: 1_001_000, data: { source: 2, type: 5, id: 3 } };
    const session = await storeSession([...whole(1_000_000), focus, ...later]);
    const { chunks } = session;
    const desk = new FakeDesk(session, async (path, objects) => {
      const place = chunks.findIndex((chunk) => chunk.path === path);
      await new Promise((resolve) => setTimeout(resolve, 20 * turn(place, chunks.length)));
      return fromObjects(path, objects);
    });
    for (const at of [75_000, 12_000, 500, 41_000]) {
      expect(await desk.show(0, at)).toBe('shown');
      expectExact(session, desk, at);
      expect(desk.screen.scene?.focused).toBe(at > 1_000 ? 3 : undefined);
    }
  },
);

test.each([true, false])(
  'the pointer is where it last was, keyframes stored: %s',
  async (keyframes) => {
    const button = { type: 2, id: 3, tagName: 'button', attributes: {}, childNodes: [] };
    const html = { type: 2, id: 2, tagName: 'html', attributes: {}, childNodes: [button] };
    const node = { type: 0, id: 1, childNodes: [html] };
    const positions = [{ x: 7, y: 9, id: 3, timeOffset: -250 }];
    const change = (timestamp: number) => {
      const attributes = [{ id: 3, attributes: { title: `${timestamp}` } }];
      const data = { source: 0, adds: [], removes: [], texts: [], attributes };
      return { type: 3, timestamp, data };
    };
    const session = await storeSession(
      [
        {
          type: 4,
          timestamp: 1_000_000,
          data: { href: 'https://desk.example/', width: 8, height: 6 },
        },
        { type: 2, timestamp: 1_000_000, data: { node, initialOffset: { left: 0, top: 0 } } },
        { type: 3, timestamp: 1_002_000, data: { source: 1, positions } },
        ...Array.from({ length: 150 }, (_, i) => change(1_003_000 + i * 1_000)),
      ],
      { keyframes },
    );
    const desk = new FakeDesk(session);
    for (const at of [140_000, 45_500, 1_000, 95_000]) {
      expect(await desk.show(0, at)).toBe('shown');
      const told = { timestamp: 1_001_750, x: 7, y: 9, node: 3 };
      expect(desk.screen.scene?.pointer).toEqual(at > 1_750 ? told : undefined);
    }
  },
);
