import { describe, expect, test } from 'vitest';
import { layoutActivity } from './activity-bars.ts';
import { describeMark } from './describe-mark.ts';
import { layoutGaps } from './gap-marks.ts';
import { layoutLanes, markAt, type Lane } from './lane-marks.ts';
import { laneAt, stackRows } from './lane-rows.ts';
import {
  clickAt,
  gapOf,
  keyAt,
  sketchTrack,
  tenEach,
  typeAt,
  viewOf,
  visitOf,
} from './sketch-track.ts';

describe('gaps', () => {
  const words = (from: number, to: number) =>
    layoutGaps(
      sketchTrack({
        gaps: [
          gapOf(1000, 43_000, 'idle'),
          gapOf(50_000, 50_000, 'clock-jump', 14_400_000),
          gapOf(90_000, 99_000, 'missing-chunk'),
        ],
      }),
      viewOf(from, to),
      tenEach,
    ).map(({ text }) => text);

  test('say what they are where there is room', () => {
    expect(words(0, 100_000)).toEqual(['idle 42 s', '', 'clock jump, 4 h removed']);
    expect(words(80_000, 100_000)).toEqual(['recording missing, 9 s']);
  });
});

test('of gaps over each other the graver is shown, and one that came late like any other', () => {
  const index = sketchTrack({
    gaps: [gapOf(0, 60_000, 'idle'), gapOf(90_000, 90_000, 'clock-jump')],
  });
  const late = [gapOf(20_000, 40_000, 'missing-chunk')];
  const shown = (extra: typeof late) =>
    layoutGaps(index, viewOf(0, 100_000), tenEach, extra).map(({ gap, x, endX }) => [
      gap.reason,
      x,
      endX,
    ]);
  expect(shown([])).toEqual([
    ['idle', 0, 600],
    ['clock-jump', 900, 902],
  ]);
  expect(shown(late)).toEqual([
    ['idle', 0, 200],
    ['missing-chunk', 200, 400],
    ['idle', 400, 600],
    ['clock-jump', 900, 902],
  ]);
});

test('a missing stretch of one of several tabs says which', () => {
  const index = sketchTrack({
    pages: [visitOf(0, 9, 'https://a.example/', 4), visitOf(0, 9, 'https://b.example/', 2)],
    gaps: [{ ...gapOf(0, 9000, 'missing-chunk'), tab: 2 }],
  });
  expect(layoutGaps(index, viewOf(0, 9000), tenEach)[0]?.text).toBe(
    'recording missing in tab 2, 9 s',
  );
});

test('what could not be loaded is not called missing, and says why', () => {
  const late = { ...gapOf(0, 9000, 'missing-chunk'), why: 'No room for it.' };
  const [mark] = layoutGaps(sketchTrack({}), viewOf(0, 9000), tenEach, [late]);
  expect(mark?.text).toBe('not loaded, 9 s');
  expect(describeMark(mark!)).toMatchObject({ text: 'not loaded, 9 s', note: 'No room for it.' });
});

describe('activity', () => {
  const index = sketchTrack({ activity: [4, 0, 1, 4] });

  test('is a bar a second, as tall as it was busy', () => {
    expect(
      layoutActivity(index, viewOf(0, 4000, 400)).map(({ x, endX, height }) => [x, endX, height]),
    ).toEqual([
      [0, 100, 1],
      [200, 300, 0.5],
      [300, 400, 1],
    ]);
  });

  test('takes seconds together from afar, and loses no event', () => {
    const long = sketchTrack({ activity: Array.from({ length: 36_000 }, () => 3) });
    const bars = layoutActivity(long, viewOf(0, 36_000_000));
    expect(bars.length).toBeLessThan(335);
    expect(bars.reduce((sum, { events }) => sum + events, 0)).toBe(108_000);
    expect(describeMark(bars[0]!)).toEqual({
      time: '0:00.000 – 2:08.000',
      text: '384 events in 2 min',
      note: '3 in the busiest second',
    });
  });
});

describe('pointing', () => {
  const index = sketchTrack({
    pages: [visitOf(0, 60_000, 'https://desk.example/orders')],
    actions: [clickAt(1000, 'Save'), typeAt(20_000, 24_000)],
    keystrokes: [
      keyAt(20_000, 'a', { evidence: 'inferred', node: 1 }),
      keyAt(40_000, '', { key: undefined, fidelity: 'class' }),
    ],
    gaps: [gapOf(45_000, 55_000, 'idle')],
  });
  const marks = layoutLanes(index, viewOf(0, 60_000), { sans: tenEach, mono: tenEach });
  const said = (lane: Lane, atMs: number) => {
    const mark = markAt(marks, lane, (atMs / 60_000) * 1000);
    return mark && describeMark(mark, index);
  };

  test('tells the time and the thing', () => {
    expect(said('pointer', 1000)).toEqual({
      time: '0:01.000',
      text: 'click “Save” (button)',
      note: undefined,
    });
    expect(said('pages', 30_000)).toMatchObject({
      time: '0:00.000 – 1:00.000',
      note: 'https://desk.example/orders',
    });
    expect(said('actions', 22_000)?.text).toBe('type (masked) into “Search” (button)');
  });

  test('tells what is masked and what is inferred', () => {
    expect(said('keys', 20_000)).toMatchObject({
      text: 'a · “Search”, orders',
      note: 'Inferred from what changed, not recorded as such.',
    });
    expect(said('keys', 40_000)).toMatchObject({
      text: 'letter key · orders',
      note: 'Masked: only the kind of key was recorded.',
    });
  });

  test('tells of a gap in any lane, and of nothing where nothing is', () => {
    expect(said('keys', 50_000)?.text).toBe('idle 10 s');
    expect(said('activity', 50_000)?.text).toBe('idle 10 s');
    expect(said('keys', 10_000)).toBeUndefined();
  });
});

test('rows lie under each other', () => {
  const rows = stackRows((lane) => (lane === 'keys' ? 40 : 20));
  expect([laneAt(rows, 0), laneAt(rows, 79), laneAt(rows, 100), laneAt(rows, 500)]).toEqual([
    'ruler',
    'keys',
    'pointer',
    undefined,
  ]);
});
