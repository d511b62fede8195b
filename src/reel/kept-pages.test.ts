import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteCache } from './byte-cache.ts';
import { KeptPages } from './kept-pages.ts';

const keptAt = (index: number, bytes = 10) => ({
  tab: 0,
  position: { slot: 0, index },
  page: [],
  marks: {},
  focused: undefined,
  bytes,
});

test('pages stay within their bytes and leave no long stretch without one', () => {
  const kept = new KeptPages(200);
  for (let index = 0; index < 1000; index += 10) kept.keep(keptAt(index));
  expect(kept.bytes).toBeLessThanOrEqual(200);
  for (let index = 100; index < 1000; index += 50)
    expect(index - kept.lastIn(0, 0, index)!.position.index).toBeLessThanOrEqual(250);
});

test('the last page at or before a place is found, as long as all have room', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(500), { minLength: 1 }), fc.nat(500), (places, wanted) => {
      const kept = new KeptPages(1_000_000);
      for (const index of places) kept.keep(keptAt(index));
      const before = places.filter((index) => index <= wanted);
      const expected = before.length > 0 ? Math.max(...before) : undefined;
      expect(kept.lastIn(0, 0, wanted)?.position.index).toBe(expected);
      expect(kept.lastIn(1, 0, wanted)).toBeUndefined();
    }),
  );
});

test('a cache lets go of what was used longest ago, but never of the newest', () => {
  const cache = new ByteCache<string>(20);
  for (const key of ['a', 'b']) cache.set(key, key, 10);
  cache.get('a');
  cache.set('c', 'c', 10);
  expect(['a', 'b', 'c'].filter((key) => cache.has(key))).toEqual(['a', 'c']);
  cache.set('d', 'd', 100);
  expect(cache.get('d')).toBe('d');
  expect(cache.bytes).toBe(100);
});
