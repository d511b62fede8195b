import { describe, expect, test } from 'vitest';
import { layoutKeys, type KeyMark } from './key-marks.ts';
import { keyAt, sketchTrack, tenEach, viewOf } from './sketch-track.ts';

const word = (startMs: number, text: string, node = 7) =>
  [...text].map((sign, index) => keyAt(startMs + index * 100, sign, { node }));

const shown = (marks: readonly KeyMark[]) =>
  marks.map((mark) =>
    mark.kind === 'key' ? mark.sign : mark.kind === 'run' ? `‹${mark.text}›` : mark.kind,
  );

describe('the Keys lane', () => {
  const index = sketchTrack({ keystrokes: [...word(1000, '1042'), ...word(6000, 'Ada', 8)] });

  test('shows single keys from near', () => {
    expect(shown(layoutKeys(index, viewOf(900, 1900), tenEach))).toEqual(['1', '0', '4', '2']);
  });

  test('shows what was typed from further off', () => {
    expect(shown(layoutKeys(index, viewOf(0, 60_000), tenEach))).toEqual(['‹1042›', '‹Ada›']);
  });

  test('drops the words where the next run leaves no room', () => {
    expect(shown(layoutKeys(index, viewOf(0, 300_000), tenEach))).toEqual(['‹›', '‹Ada›']);
  });

  test('takes runs together that stand on the same pixels', () => {
    const marks = layoutKeys(index, viewOf(0, 10_000_000), tenEach);
    expect(marks).toMatchObject([{ kind: 'key crowd', count: 2, lastMs: 6000 }]);
  });

  test('opens only the part of a long run that is in view', () => {
    const long = sketchTrack({ keystrokes: word(0, 'x'.repeat(5000)) });
    const marks = layoutKeys(long, viewOf(200_000, 201_000), tenEach);
    expect(marks.length).toBeGreaterThan(9);
    expect(marks.length).toBeLessThan(13);
  });

  test('never draws a key over the next', () => {
    const marks = layoutKeys(
      sketchTrack({ keystrokes: word(0, 'abcdef') }),
      viewOf(0, 5000),
      tenEach,
    );
    for (const [at, mark] of marks.entries())
      expect(mark.endX).toBeLessThanOrEqual(marks[at + 1]?.x ?? Infinity);
  });

  test('a hundred thousand keys are no more marks than pixels', () => {
    const keystrokes = Array.from({ length: 100_000 }, (_, at) =>
      keyAt(at * 36, 'k', { node: Math.floor(at / 20) }),
    );
    const marks = layoutKeys(sketchTrack({ keystrokes }), viewOf(0, 3_600_000), tenEach);
    expect(marks.length).toBeLessThanOrEqual(502);
    expect(marks.reduce((sum, mark) => sum + (mark.kind === 'key crowd' ? mark.count : 1), 0)).toBe(
      5000,
    );
  });

  test('shows a modifier for as long as it was held', () => {
    const held = sketchTrack({
      keystrokes: [keyAt(100, 'Shift', { class: 'modifier', holdMs: 200 })],
    });
    expect(layoutKeys(held, viewOf(0, 1000), tenEach)).toMatchObject([
      { kind: 'held', x: 100, endX: 300 },
    ]);
  });
});
