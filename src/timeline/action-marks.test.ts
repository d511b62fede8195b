import { describe, expect, test } from 'vitest';
import { layoutActions } from './action-marks.ts';
import { clickAt, sketchTrack, tenEach, typeAt, viewOf } from './sketch-track.ts';

const layout = (actions: ReturnType<typeof clickAt>[], from: number, to: number) =>
  layoutActions(sketchTrack({ actions }).pointer, viewOf(from, to), tenEach);

describe('an action', () => {
  const two = [clickAt(1000, 'Save'), clickAt(4000, 'Send')];

  test('says all of an action where there is room', () => {
    expect(layout(two, 0, 10_000).map(({ text }) => text)).toEqual([
      'click “Save” (button)',
      'click “Send” (button)',
    ]);
  });

  test('says its kind where there is some, and nothing where there is none', () => {
    expect(layout(two, 0, 30_000)[0]).toMatchObject({ look: 'mark', text: 'click' });
    expect(layout(two, 0, 100_000)[0]).toMatchObject({ look: 'mark', text: '' });
  });

  test('is a stroke where the drawings would touch, and one stroke for many', () => {
    expect(layout(two, 0, 400_000)[0]).toMatchObject({ look: 'stroke', count: 1 });
    expect(layout(two, 0, 4_000_000)).toMatchObject([{ look: 'stroke', count: 2, endsMs: 4000 }]);
  });

  test('is as long as it lasted, and keeps its drawing in sight', () => {
    const [mark] = layoutActions(
      sketchTrack({ actions: [typeAt(1000, 5000, '1042')] }).actions,
      viewOf(3000, 13_000),
      tenEach,
    );
    expect(mark).toMatchObject({ startX: -200, lastsToX: 200, iconX: 10 });
  });

  test('says only what ends inside the view', () => {
    const near = [clickAt(9000, 'Save')];
    expect(layout(near, 0, 10_000)).toMatchObject([{ text: 'click' }]);
    expect(layout(near, 0, 9400)).toMatchObject([{ text: '' }]);
    expect(layout(near, 0, 11_500)).toMatchObject([{ text: 'click “Save” (butto…' }]);
  });

  test('says inside its bar what the view cuts', () => {
    const long = sketchTrack({ actions: [typeAt(9200, 10_100, '1042')] });
    const [mark] = layoutActions(long.actions, viewOf(0, 10_000), tenEach);
    expect(mark).toMatchObject({ startX: 920, text: 'type' });
  });

  test('points back into the track, whatever order that is in', () => {
    const marks = layout([clickAt(4000, 'Send'), clickAt(1000, 'Save')], 0, 10_000);
    expect(marks.map(({ placed }) => placed.index)).toEqual([1, 0]);
  });

  test('crowds do not change while panning', () => {
    const many = Array.from({ length: 3000 }, (_, at) => clickAt(at * 7919 * (1 + (at % 3)), 'x'));
    const starts = (from: number) =>
      layout(many, from, from + 10_000_000)
        .filter(({ placed }) => placed.startsMs > 6_000_000 && placed.startsMs < 9_000_000)
        .map(({ placed, count }) => [placed.startsMs, count]);
    expect(starts(1_003_333)).toEqual(starts(0));
  });
});
