import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ms, type Span } from '#core/time.ts';
import { MarkPyramid, type Level } from './mark-pyramid.ts';

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 900 }))
    .map(([start, length]): Span => ({ startsMs: ms(start), endsMs: ms(start + length) })),
  { maxLength: 80 },
);
const distances = fc.double({ min: 0.01, max: 4000, noNaN: true });
const placesOf = ({ startsMs, first }: Level) =>
  Array.from(startsMs, (at, place) => ({ at, from: first[place]!, to: first[place + 1]! }));

describe('a pyramid of marks', () => {
  test('holds every span once at each level, and in places that far apart', () => {
    fc.assert(
      fc.property(spans, distances, (given, apartMs) => {
        const pyramid = new MarkPyramid(given);
        const level = pyramid.levelFor(apartMs);
        const places = placesOf(level);
        expect(places.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(given.length);
        for (const [place, { at, from, to }] of places.entries()) {
          const held = pyramid.items.slice(from, to);
          expect(at).toBe(held[0]!.startsMs);
          expect(level.endsMs[place]).toBe(Math.max(...held.map(({ endsMs }) => endsMs)));
          const next = places[place + 1];
          if (next) expect(next.at - at).toBeGreaterThanOrEqual(apartMs);
        }
      }),
    );
  });

  test('takes places of a finer level whole', () => {
    fc.assert(
      fc.property(spans, distances, distances, (given, a, b) => {
        const pyramid = new MarkPyramid(given);
        const fine = placesOf(pyramid.levelFor(Math.min(a, b)));
        const coarse = placesOf(pyramid.levelFor(Math.max(a, b)));
        for (const { from, to } of fine)
          expect(coarse.some((place) => place.from <= from && to <= place.to)).toBe(true);
      }),
    );
  });

  test('never takes together what opens something new', () => {
    const given = [0, 1, 2, 3].map((at) => ({ startsMs: ms(at), endsMs: ms(at) }));
    const level = new MarkPyramid(given, (index) => index === 2).levelFor(1000);
    expect([...level.first]).toEqual([0, 2, 4]);
  });

  test('is made once: the same level is the same object, also where nothing more joins', () => {
    const pyramid = new MarkPyramid([0, 90].map((at) => ({ startsMs: ms(at), endsMs: ms(at) })));
    expect(pyramid.levelFor(30)).toBe(pyramid.levelFor(17));
    expect(pyramid.levelFor(30)).toBe(pyramid.levelFor(1));
  });
});
