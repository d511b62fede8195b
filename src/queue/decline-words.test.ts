import { expect, test } from 'vitest';
import { declineReasons } from '#core/decline.ts';
import { declinedSentence, offeredReasons } from './decline-words.ts';
import { reasonCounts } from './reason-counts.ts';

test('every reason there is has a digit of its own', () => {
  const all = Object.entries(declineReasons).flatMap(([kind, reasons]) =>
    reasons.map((reason) => `${kind}: ${reason}`),
  );
  expect(offeredReasons.map(({ reason }) => `${reason.kind}: ${reason.reason}`)).toEqual(all);
  expect(new Set(offeredReasons.map(({ digit }) => digit)).size).toBe(all.length);
});

test('a skip says that it comes back, the other that somebody is told', () => {
  expect(declinedSentence({ kind: 'skip', reason: 'no time' })).toBe(
    'Skipped: Too long for now. It comes back to you last.',
  );
  expect(declinedSentence({ kind: 'impossible', reason: 'broken' })).toBe(
    'Told to the admins: The recording is broken.',
  );
});

test('reasons are counted, the most given first', () => {
  const broken = { kind: 'impossible', reason: 'broken' } as const;
  expect(reasonCounts([{ kind: 'skip', reason: 'unsure' }, broken, broken])).toEqual([
    { words: 'The recording is broken', count: 2 },
    { words: 'I don’t know this work', count: 1 },
  ]);
});
