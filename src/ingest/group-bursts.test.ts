import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BurstCount } from './burst-count.ts';
import { extractKeystrokes } from '#actions/extract-keystrokes.ts';
import { groupBursts } from './group-bursts.ts';
import { sketchSession } from '#actions/sketch-session.ts';

const burstsOf = (sketch: string) => groupBursts(extractKeystrokes(sketchSession(sketch)));

it('begins a new burst after a pause of more than 1.5 s or in another field', () => {
  const bursts = burstsOf('h@0 i@1500 x@3001 focus:notes@3100 y@3200');
  expect(bursts.map(({ text, count }) => [text, count])).toEqual([
    ['hi', 2],
    ['x', 1],
    ['y', 1],
  ]);
  expect(bursts[0]).toMatchObject({ startsMs: 0, endsMs: 1540, evidence: 'exact' });
});

it('writes corrections, spaces and chords as a person reads them', () => {
  expect(burstsOf('h@0 Space@50 Shift@90 I@100 Backspace@150 Control+c@200')[0]?.text).toBe(
    'h I⌫⌃c',
  );
});

it('shows a secret field only by the kind of key', () => {
  const [burst] = burstsOf('focus:secret@0 p@10 4@60 !@120');
  expect(burst?.text).toBe('•◦∗');
});

it('keeps every key, and is counted alike piece by piece', () => {
  const keys = fc.array(fc.tuple(fc.constantFrom('a', 'Backspace', '1', 'Tab'), fc.nat(4000)));
  fc.assert(
    fc.property(keys, fc.nat(20), (drawn, cut) => {
      let at = 0;
      const words = drawn.map(([key, pause]) => `${key}@${(at += pause)}`);
      const keystrokes = extractKeystrokes(sketchSession(words.join(' ')));
      const bursts = groupBursts(keystrokes);
      expect(bursts.reduce((sum, { count }) => sum + count, 0)).toBe(keystrokes.length);
      const count = new BurstCount();
      count.add(keystrokes.slice(0, cut));
      count.add(keystrokes.slice(cut));
      expect(count.count).toBe(bursts.length);
    }),
  );
});
