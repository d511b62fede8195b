import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { FakeDesk } from './fake-desk.ts';
import { freshPage, settledTime } from './fresh-fold.ts';
import { storeSession, type StoredSession } from './stored-session.ts';

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

/** Goes to each place in turn, and plays on from every other one. */
async function holds(session: StoredSession, wishes: readonly number[]): Promise<void> {
  const { durationMs } = session;
  const desk = new FakeDesk(session);
  for (const [i, share] of wishes.entries()) {
    const at = Math.round(share * durationMs);
    expect(await desk.show(0, at)).toBe('shown');
    expectExact(session, desk, at);
    if (i % 2 === 1) continue;
    const until = Math.min(at + 20_000, durationMs);
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

describe.each(files.map((file) => ({ name: file.split('/').at(-1), file })))(
  '$name',
  ({ file }) => {
    test.each([true, false])('is exact, keyframes stored: %s', async (keyframes) => {
      const session = await storeSession(new Uint8Array(readFileSync(file)), { keyframes });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
          (wishes) => holds(session, wishes),
        ),
        { numRuns: 3, seed: 7 },
      );
    });
  },
);
