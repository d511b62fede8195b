import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionKinds, type Action } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import { keyClasses, textInputCauses } from '#core/plugin-events.ts';
import { ms } from '#core/time.ts';
import type { Gap, TextInput } from '#core/track.ts';
import { iconHalfPx } from './action-marks.ts';
import { describeMark } from './describe-mark.ts';
import { layoutLanes, markAt, type Lane, type LaneMarks, type Mark } from './lane-marks.ts';
import { closestPx, seamPx, strokePx } from './mark-widths.ts';
import { clickAt, gapOf, keyAt, sketchTrack, viewOf, visitOf } from './sketch-track.ts';
import { timeToX, type View } from './time-scale.ts';

const sevenEach = (text: string): number => text.length * 7;
const measures = { sans: sevenEach, mono: sevenEach };
const sessionMs = 600_000;

/** Close together and far apart, as work is. */
const times = fc.oneof(
  fc.integer({ min: 0, max: sessionMs }),
  fc.integer({ min: 300_000, max: 302_000 }),
  fc.integer({ min: 300_000, max: 300_060 }),
);
const holds = fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined });
const keystrokes = fc
  .record({
    atMs: times,
    holdMs: holds,
    kind: fc.constantFrom(...keyClasses),
    sign: fc.constantFrom('a', 'B', ' ', 'Backspace', 'Enter'),
    masked: fc.boolean(),
    inferred: fc.boolean(),
    modifiers: fc.constantFrom(0, 0, 0, 4, 2),
    node: fc.constantFrom(1, 1, 1, 2),
  })
  .map(({ atMs, kind, sign, masked, inferred, ...rest }): Keystroke => {
    const what = masked ? { fidelity: 'class' as const, key: undefined } : {};
    return keyAt(atMs, sign, {
      ...rest,
      class: kind,
      ...what,
      evidence: inferred ? 'inferred' : 'exact',
    });
  });
const inputs = fc
  .record({ atMs: times, cause: fc.constantFrom(...textInputCauses) })
  .map(({ atMs, cause }): TextInput => {
    return { atMs: ms(atMs), cause, fidelity: 'text', length: 5, node: 1 };
  });
const actions = fc
  .record({
    at: times,
    length: fc.integer({ min: 0, max: 4000 }),
    kind: fc.constantFrom(...actionKinds),
  })
  .map(({ at, length, kind }) => {
    const more = { url: 'https://desk.example/', keys: 'Enter', option: 'x', checked: true };
    const point = { x: 0, y: 0 };
    const by = { dx: 0, dy: 9, to: point, from: point, point, count: 1 };
    return { ...clickAt(at, 'Save'), endsMs: ms(at + length), ...more, ...by, kind } as Action;
  });
const gaps = fc
  .record({
    at: times,
    length: fc.constantFrom(0, 5, 900, 60_000),
    reason: fc.constantFrom('idle' as const, 'missing-chunk' as const, 'paused' as const),
  })
  .map(({ at, length, reason }): Gap => {
    return gapOf(at, at + length, length === 0 ? 'clock-jump' : reason, 900);
  });
const tracks = fc
  .record({
    keystrokes: fc.array(keystrokes, { maxLength: 60 }),
    textInputs: fc.array(inputs, { maxLength: 8 }),
    actions: fc.array(actions, { maxLength: 30 }),
    gaps: fc.array(gaps, { maxLength: 6 }),
    visits: fc.array(times, { maxLength: 12 }),
    activity: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 600 }),
  })
  .map(({ visits, ...rest }) => {
    const edges = [0, ...new Set(visits), sessionMs].sort((a, b) => a - b);
    const pages = edges.slice(1).map((end, at) => visitOf(edges[at]!, end, 'https://a.example/x'));
    return sketchTrack({ ...rest, pages });
  });
const views = fc
  .tuple(times, fc.double({ min: 1, max: 5.8, noNaN: true }), fc.integer({ min: 200, max: 1600 }))
  .map(([at, magnitude, widthPx]) => viewOf(at, at + 10 ** magnitude, widthPx));

type OwnLane = 'pages' | 'activity' | 'keys' | 'held' | 'pointer' | 'actions';
const ownLanes: readonly OwnLane[] = ['pages', 'activity', 'keys', 'held', 'pointer', 'actions'];
const place = (lane: OwnLane): [Lane, number] => (lane === 'held' ? ['keys', 1] : [lane, 0]);
const layout = (index: ReturnType<typeof sketchTrack>, view: View): LaneMarks =>
  layoutLanes(index, view, measures);
const slack = 1e-6;

describe('at every zoom', () => {
  test('marks stand in order, touch the view, and none lies over the next of its lane', () => {
    fc.assert(
      fc.property(tracks, views, (index, view) => {
        const marks = layout(index, view);
        for (const lane of ownLanes)
          for (const [at, mark] of marks[lane].entries()) {
            const next = marks[lane][at + 1];
            expect(mark.endX).toBeGreaterThan(mark.x);
            expect(mark.endX).toBeGreaterThanOrEqual(-slack);
            expect(mark.x).toBeLessThanOrEqual(view.widthPx + slack);
            if (next) expect(mark.endX).toBeLessThanOrEqual(next.x + slack);
          }
      }),
    );
  });

  test('no run, page or held key leaves its own time by more than a stroke', () => {
    fc.assert(
      fc.property(tracks, views, (index, view) => {
        const marks = layout(index, view);
        const strict = [...marks.pages, ...marks.held, ...marks.keys].filter(
          ({ kind }) => kind !== 'key' && kind !== 'text input',
        );
        for (const mark of strict) {
          expect(mark.x).toBeCloseTo(timeToX(view, mark.startsMs), 4);
          const own = Math.max(timeToX(view, mark.endsMs), mark.x + strokePx);
          expect(mark.endX).toBeLessThanOrEqual(own + slack);
        }
      }),
    );
  });

  test('every key in view is in exactly one mark that holds its time, and is found there', () => {
    fc.assert(
      fc.property(tracks, views, (index, view) => {
        const marks = layout(index, view);
        for (const [key, { atMs }] of index.keys.entries()) {
          const x = timeToX(view, atMs);
          if (x < 0 || x > view.widthPx) continue;
          const holding = marks.keys.filter(({ first, end }) => first <= key && key < end);
          expect(holding.length).toBe(1);
          const [mark] = holding;
          // In the seam before the next at most.
          expect(x).toBeGreaterThanOrEqual(mark!.x - slack);
          expect(x).toBeLessThanOrEqual(mark!.endX + 1 + slack);
          expect(mark!.startsMs).toBeLessThanOrEqual(atMs);
          expect(mark!.endsMs).toBeGreaterThanOrEqual(atMs);
        }
      }),
    );
  });

  test('every action in view is in exactly one mark of its lane', () => {
    fc.assert(
      fc.property(tracks, views, (index, view) => {
        const marks = layout(index, view);
        const held = new Map<LaneMarks['actions'][number], number>();
        for (const lane of ['pointer', 'actions'] as const)
          for (const { startsMs } of index[lane].items) {
            const x = timeToX(view, startsMs);
            // At the left edge it may belong to a stroke just outside.
            if (x < 2 * closestPx || x > view.widthPx) continue;
            const mark = marks[lane].findLast(({ startX }) => startX <= x + slack);
            // A stroke gives way to the drawing of the next.
            expect(mark?.endX).toBeGreaterThanOrEqual(x - iconHalfPx - seamPx - slack);
            held.set(mark!, (held.get(mark!) ?? 0) + 1);
          }
        for (const [mark, items] of held) expect(items).toBeLessThanOrEqual(mark.count);
      }),
    );
  });

  test('the pointer is told of the mark that is painted under it', () => {
    fc.assert(
      fc.property(tracks, views, (index, view) => {
        const marks = layout(index, view);
        for (const lane of ownLanes)
          for (const mark of marks[lane]) {
            const middle = (mark.x + mark.endX) / 2;
            expect(markAt(marks, ...lanePoint(lane, middle))).toBe(mark);
            expect(describeMark(mark as Mark, index).text).not.toBe('');
          }
      }),
    );
  });

  test('panning moves marks and changes none', () => {
    fc.assert(
      fc.property(tracks, views, fc.integer({ min: -300, max: 300 }), (index, view, px) => {
        const by = (px / view.widthPx) * (view.endsMs - view.startsMs);
        const panned = viewOf(view.startsMs + by, view.endsMs + by, view.widthPx);
        for (const lane of ['keys', 'held', 'pointer', 'activity', 'pages'] as const) {
          const after = inside<Mark>(layout(index, panned)[lane], view.widthPx, px, px);
          const before = inside<Mark>(layout(index, view)[lane], view.widthPx, px, 0);
          expect(after.map(({ x }) => x + px)).toEqual(
            before.map(({ x }) => expect.closeTo(x, 3) as number),
          );
          expect(after.map(({ startsMs, kind }) => [kind, startsMs])).toEqual(
            before.map(({ startsMs, kind }) => [kind, startsMs]),
          );
        }
      }),
    );
  });

  test('coming closer parts marks and never joins them', () => {
    fc.assert(
      fc.property(
        tracks,
        views,
        fc.double({ min: 1, max: 8, noNaN: true }),
        (index, view, factor) => {
          const middle = (view.startsMs + view.endsMs) / 2;
          const half = (view.endsMs - view.startsMs) / 2 / factor;
          const closer = viewOf(middle - half, middle + half, view.widthPx);
          const far = layout(index, view);
          const near = layout(index, closer);
          for (const mark of near.keys)
            expect(
              far.keys.filter(({ first, end }) => first <= mark.first && mark.end <= end).length,
            ).toBeGreaterThanOrEqual(mark.end > mark.first ? 1 : 0);
        },
      ),
    );
  });

  test('a little closer moves marks a little', () => {
    fc.assert(
      fc.property(tracks, views, (index, view) => {
        const by = (view.endsMs - view.startsMs) * 1e-7;
        const closer = viewOf(view.startsMs + by, view.endsMs - by, view.widthPx);
        const before = new Map(layout(index, view).keys.map((mark) => [mark.startsMs, mark]));
        for (const mark of layout(index, closer).keys) {
          const was = before.get(mark.startsMs);
          if (was?.end !== mark.end || was.kind !== mark.kind) continue;
          // What begins far outside moves by as much more.
          const reach = view.widthPx + Math.abs(was.x);
          expect(Math.abs(was.x - mark.x)).toBeLessThan(1e-6 * reach);
        }
      }),
    );
  });
});

function lanePoint(lane: OwnLane, x: number): [Lane, number, number] {
  const [name, row] = place(lane);
  return [name, x, row];
}

/** What is well inside both of two views, the second `px` further on. `shiftPx` is that of `marks`. */
function inside<T extends Mark>(marks: readonly T[], widthPx: number, px: number, shiftPx: number) {
  const edgePx = 40;
  const [from, to] = [edgePx + Math.max(0, px), widthPx - edgePx + Math.min(0, px)];
  return marks.filter(({ x, endX }) => x + shiftPx >= from && endX + shiftPx <= to);
}
