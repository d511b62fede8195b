import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChunkRef } from '#core/session.ts';
import { ms } from '#core/time.ts';
import { indexChunk } from './chunk-index.ts';
import { findEvent } from './find-event.ts';
import { TabStrip } from './tab-strip.ts';

const startedAt = 1_000_000;

/** Chunks whose events stand at these milliseconds since the start. */
function recorded(chunks: readonly (readonly number[])[]) {
  const refs = chunks.map((times, seq): ChunkRef => ({
    tab: 0,
    seq,
    startsMs: ms(times[0] ?? 0),
    endsMs: ms(times.at(-1) ?? 0),
    events: times.length,
    bytes: 1,
    sha256: '',
    path: `${seq}`,
  }));
  const events = chunks.map((times) =>
    times.map((at) => ({ type: 5, data: {}, timestamp: startedAt + at })),
  );
  return {
    strip: new TabStrip(0, refs),
    indexOf: (slot: number) => indexChunk(events[slot] ?? []).index,
    isLost: () => false,
  };
}

const ask = (at: number, direction: 1 | -1) => ({ at: ms(at), time: startedAt + at, direction });

test('it is the nearest strictly before or after, whatever chunk it is in', () => {
  const times = fc
    .array(fc.nat(2000), { minLength: 1, maxLength: 40 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(
      times,
      fc.nat(39),
      fc.nat(2100),
      fc.constantFrom<1 | -1>(1, -1),
      (all, cut, at, direction) => {
        const chunks = [all.slice(0, cut), all.slice(cut)].filter((chunk) => chunk.length > 0);
        const wanted =
          direction === 1 ? all.find((each) => each > at) : all.findLast((each) => each < at);
        expect(findEvent(recorded(chunks), ask(at, direction))).toEqual(
          wanted === undefined ? { kind: 'none' } : { kind: 'found', time: startedAt + wanted },
        );
      },
    ),
  );
});

test('a chunk that was not read yet is asked for, a lost one passed over', () => {
  const chunks = recorded([[0, 100], [200, 300], [400]]);
  const unread = {
    ...chunks,
    indexOf: (slot: number) => (slot === 0 ? chunks.indexOf(0) : undefined),
  };
  expect(findEvent(unread, ask(100, 1))).toEqual({ kind: 'unread', slot: 1 });
  const lost = { ...chunks, isLost: (slot: number) => slot === 1 };
  expect(findEvent(lost, ask(100, 1))).toEqual({ kind: 'found', time: startedAt + 400 });
  expect(findEvent(lost, ask(400, -1))).toEqual({ kind: 'found', time: startedAt + 100 });
});
