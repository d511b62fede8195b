import { expect, test } from 'vitest';
import { LaneFolds } from './lane-folds.svelte.ts';
import { LanePicture } from './lane-picture.svelte.ts';
import { LaneStack } from './lane-stack.svelte.ts';
import { Selection } from './selection.svelte.ts';
import { clickAt, gapOf, keyAt, sketchTrack, tenEach, viewOf } from './sketch-track.ts';
import type { Theme } from './theme.ts';

const heights = {
  ...{ '--lane-folded': 16, '--lane-low': 24, '--lane': 32, '--lane-high': 40 },
  ...{ '--lane-tasks': 40, '--lane-map': 32 },
};
const theme = {
  heights,
  measures: { sans: tenEach, mono: tenEach },
} as unknown as Theme;

function partsOf(folds: LaneFolds, roomPx: number) {
  const index = sketchTrack({
    keystrokes: [keyAt(2000, 'a'), keyAt(2100, 'b')],
    actions: [{ ...clickAt(5000, 'Save'), kind: 'press', keys: 'Enter' } as never],
  });
  return {
    index,
    theme,
    viewport: viewOf(0, 10_000),
    selection: new Selection(),
    stack: new LaneStack({ heights, tabs: 0, folds, roomPx }),
    tasks: [],
    missing: [gapOf(7000, 9000, 'missing-chunk')],
  };
}

const pictureOf = (folds = new LaneFolds(), roomPx = Infinity) =>
  new LanePicture(partsOf(folds, roomPx));

test('a point is told what was drawn there, to the millisecond', () => {
  const picture = pictureOf();
  const y = picture.rows.keys.y + 10;
  expect(picture.laneAt(y)).toBe('keys');
  expect(picture.markAt(205, y)).toMatchObject({ startsMs: 2000 });
  expect(picture.wordsAt(205, y)?.time).toContain('0:02.000');
  expect(picture.timeAt(123.44)).toBe(1234);
  expect(picture.timeAt(-50)).toBe(0);
});

test('what is missing now is a gap like those recorded', () => {
  const picture = pictureOf();
  expect(picture.markAt(800, picture.rows.keys.y + 10)).toMatchObject({ kind: 'gap' });
});

test('a folded lane is low and has no marks, and the others move up', () => {
  const folds = new LaneFolds();
  const before = pictureOf(folds).rows;
  folds.toggle('keys');
  const picture = pictureOf(folds);
  expect(picture.rows.keys.height).toBe(16);
  expect(picture.rows.actions.y).toBe(before.actions.y - 24);
  expect(picture.markAt(205, picture.rows.keys.y + 5)).toBeUndefined();
  folds.toggle('tasks');
  expect(folds.has('tasks')).toBe(false);
});

test('a lane that made way is nowhere, and what is under the pointer is what was drawn there', () => {
  const { rows } = pictureOf();
  const picture = pictureOf(new LaneFolds(), rows.tasks.y + rows.tasks.height - 1);
  expect(picture.rows.activity.height).toBe(0);
  expect(picture.rows.keys.y).toBe(rows.keys.y - 24);
  expect(picture.laneAt(picture.rows.keys.y)).toBe('keys');
  expect(picture.markAt(205, picture.rows.keys.y + 10)).toMatchObject({ startsMs: 2000 });
});
