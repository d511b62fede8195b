import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { layoutHeld } from './held-marks.ts';
import { layoutKeys, type KeyMark } from './key-marks.ts';
import { keyAt, sketchTrack, tenEach, viewOf } from './sketch-track.ts';

const both = { sans: tenEach, mono: tenEach };
const word = (startMs: number, text: string, node = 7) =>
  [...text].map((sign, index) => keyAt(startMs + index * 100, sign, { node }));

const shown = (marks: readonly KeyMark[]) =>
  marks.map((mark) =>
    mark.kind === 'key' ? mark.sign : mark.kind === 'run' ? `‹${mark.text}›` : mark.kind,
  );

describe('the Keys lane', () => {
  const index = sketchTrack({ keystrokes: [...word(1000, '1042'), ...word(6000, 'Ada', 8)] });

  test('shows single keys from near', () => {
    expect(shown(layoutKeys(index, viewOf(900, 1900), both))).toEqual(['1', '0', '4', '2']);
  });

  test('shows what was typed from further off', () => {
    expect(shown(layoutKeys(index, viewOf(0, 6000), both))).toEqual(['‹1042›', '‹›']);
  });

  test('cuts the words to their own time, down to none', () => {
    const long = sketchTrack({ keystrokes: word(0, 'x'.repeat(40)) });
    expect(shown(layoutKeys(long, viewOf(0, 40_000), both))).toEqual(['‹xxxxxxx…›']);
    expect(shown(layoutKeys(long, viewOf(0, 400_000), both))).toEqual(['‹›']);
  });

  test('keeps the words of a run in the part of it that is seen', () => {
    const long = sketchTrack({ keystrokes: word(1000, 'x'.repeat(40)) });
    const run = (from: number, to: number) => layoutKeys(long, viewOf(from, to), both)[0];
    expect(run(0, 25_000)).toMatchObject({ textX: 44, text: 'xxxxxxxxxxxxx…' });
    expect(run(3000, 28_000)).toMatchObject({ textX: 4, text: 'xxxxx…' });
    expect(run(-23_000, 2000)).toMatchObject({ textX: 964, text: 'xx…' });
  });

  test('leaves out the label of an input that the view cuts', () => {
    const textInputs = [
      { atMs: ms(5000), cause: 'paste', fidelity: 'text', length: 12, node: 7 } as const,
    ];
    const label = (from: number, to: number) =>
      layoutKeys(sketchTrack({ textInputs }), viewOf(from, to), both)[0];
    expect(label(0, 10_000)).toMatchObject({ label: 'pasted 12' });
    expect(label(5300, 15_300)).toMatchObject({ label: '' });
    expect(label(-4800, 5200)).toMatchObject({ label: '' });
  });

  test('never draws a run past its own time', () => {
    const masked = { fidelity: 'class', key: undefined } as const;
    const keystrokes = Array.from({ length: 30 }, (_, at) => keyAt(at * 20, '', masked));
    const [mark] = layoutKeys(sketchTrack({ keystrokes }), viewOf(0, 10_000), both);
    expect(mark).toMatchObject({ kind: 'run', x: 0, endX: 58, text: '×30' });
  });

  test('takes runs together that stand on the same pixels', () => {
    const marks = layoutKeys(index, viewOf(0, 10_000_000), both);
    expect(marks).toMatchObject([{ kind: 'key crowd', count: 2, first: 0, end: 7 }]);
  });

  test('opens only the part of a long run that is in view', () => {
    const long = sketchTrack({ keystrokes: word(0, 'x'.repeat(5000)) });
    const marks = layoutKeys(long, viewOf(200_000, 201_000), both);
    expect(marks.length).toBeGreaterThan(9);
    expect(marks.length).toBeLessThan(13);
  });

  test('never draws a key over the next', () => {
    const marks = layoutKeys(sketchTrack({ keystrokes: word(0, 'abcdef') }), viewOf(0, 5000), both);
    for (const [at, mark] of marks.entries())
      expect(mark.endX).toBeLessThanOrEqual(marks[at + 1]?.x ?? Infinity);
  });

  test('a hundred thousand keys are no more marks than pixels', () => {
    const keystrokes = Array.from({ length: 100_000 }, (_, at) =>
      keyAt(at * 36, 'k', { node: Math.floor(at / 20) }),
    );
    const marks = layoutKeys(sketchTrack({ keystrokes }), viewOf(0, 3_600_000), both);
    expect(marks.length).toBeLessThanOrEqual(502);
    expect(marks.reduce((sum, mark) => sum + mark.end - mark.first, 0)).toBe(100_000);
  });

  test('shows a modifier for as long as it was held', () => {
    const held = sketchTrack({
      keystrokes: [keyAt(100, 'Shift', { class: 'modifier', holdMs: 200 })],
    });
    expect(layoutHeld(held, viewOf(0, 1000))).toMatchObject([{ kind: 'held', x: 100, endX: 300 }]);
  });

  test('shows a shortcut as one key, and what it pasted as one thing with it', () => {
    const keystrokes = [
      keyAt(100, 's', { modifiers: 4, holdMs: 80 }),
      keyAt(5000, 'v', { modifiers: 4, holdMs: 60 }),
    ];
    const textInputs = [
      { atMs: ms(5004), cause: 'paste', fidelity: 'text', length: 12, node: 7 } as const,
    ];
    const marks = layoutKeys(sketchTrack({ keystrokes, textInputs }), viewOf(0, 10_000), both);
    expect(marks).toMatchObject([
      { kind: 'key', sign: '⌘S', x: 10, endX: 38 },
      { kind: 'text input', label: 'pasted 12', x: 500, first: 1, end: 2 },
    ]);
  });

  test('keeps a key that is still down when the next comes in a row of its own', () => {
    const keystrokes = [keyAt(0, 'a', { holdMs: 150 }), keyAt(100, 'b', { holdMs: 90 })];
    const marks = layoutKeys(sketchTrack({ keystrokes }), viewOf(0, 1000), both);
    expect(marks).toMatchObject([
      { x: 0, endX: 99, heldToX: 150, heldRow: 0 },
      { x: 100, endX: 190, heldToX: 190, heldRow: 1 },
    ]);
  });
});
