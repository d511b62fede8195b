import { describe, expect, test } from 'vitest';
import { layoutActivity } from './activity-bars.ts';
import { describeMark, describeSecond } from './describe-mark.ts';
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
import { ms } from '#core/time.ts';

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
    expect(words(0, 100_000)).toEqual(['idle 42 s', 'clock jump, 4 h removed', '']);
    expect(words(80_000, 100_000)).toEqual(['recording missing, 9 s']);
  });
});

describe('activity', () => {
  const index = sketchTrack({ activity: [4, 0, 1, 4] });

  test('is a bar a second, as tall as it was busy', () => {
    expect(layoutActivity(index, viewOf(0, 4000, 400))).toEqual([
      { x: 0, width: 100, height: 1 },
      { x: 200, width: 100, height: 0.5 },
      { x: 300, width: 100, height: 1 },
    ]);
  });

  test('takes seconds together from afar', () => {
    const long = sketchTrack({ activity: Array.from({ length: 36_000 }, () => 3) });
    expect(layoutActivity(long, viewOf(0, 36_000_000)).length).toBeLessThan(335);
  });

  test('tells the events of a second', () => {
    expect(describeSecond(index, ms(2400))).toEqual({
      time: '0:02.000',
      text: '1 event in this second',
    });
    expect(describeSecond(index, ms(9000))).toBeUndefined();
  });
});

describe('pointing', () => {
  const index = sketchTrack({
    pages: [visitOf(0, 60_000, 'https://desk.example/orders')],
    actions: [clickAt(1000, 'Save'), typeAt(20_000, 24_000)],
    keystrokes: [
      keyAt(20_000, 'a', { evidence: 'inferred' }),
      keyAt(40_000, '', { key: undefined, fidelity: 'class' }),
    ],
    gaps: [gapOf(45_000, 55_000, 'idle')],
  });
  const marks = layoutLanes(index, viewOf(0, 60_000), { sans: tenEach, mono: tenEach });
  const said = (lane: Lane, atMs: number) => {
    const mark = markAt(marks, lane, (atMs / 60_000) * 1000);
    return mark && describeMark(mark);
  };

  test('tells the time and the thing', () => {
    expect(said('actions', 1000)).toEqual({
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
      text: 'a (1 key)',
      note: 'Inferred from what changed, not recorded as such.',
    });
    expect(said('keys', 40_000)).toMatchObject({
      text: '1 key',
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
    'actions',
    undefined,
  ]);
});
